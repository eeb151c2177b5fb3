import { cosineSimilarity } from "../similarities/cosine_similarity.ts";
import { doubleRanker } from "./double_ranker.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import { requireFiniteEmbeddings } from "../similarities/require_finite_embeddings.ts";
import { rowsByIdentity } from "../similarities/rows_by_identity.ts";
import { sortFloats } from "../scores/sort_floats.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";

/**
 * How well the model tells one identity from all others: over the pairs of its own images, and those of each
 * of them with each image of another identity. A metric without a pair is null.
 */
export interface IdentityMetrics {
  /** As in the embeddings' labels. */
  readonly label: number;
  /** Its images. */
  readonly images: number;
  /** Pairs of its own images. */
  readonly positivePairs: number;
  /** -1 to 1. */
  readonly meanPositiveSimilarity: number | null;
  /** The fraction of its positive pairs below the threshold. */
  readonly frr: number | null;
  /** The fraction of its negative pairs at or above the threshold. */
  readonly far: number | null;
  /** Area under its own ROC curve. */
  readonly auc: number | null;
}

/**
 * Metrics of every identity, the worst first: by AUC, then by the errors at the threshold, and last
 * those whose AUC cannot be measured. O(n² · (dimension + log n)) in time.
 *
 * @param threshold pairs that are at least as similar are accepted
 * @throws {UserError} if an embedding contains NaN or infinity
 */
export function metricsByIdentity(
  embeddings: Embeddings,
  threshold: number,
): readonly IdentityMetrics[] {
  const visitor = identityVisitor(embeddings, threshold);
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/** Counts each identity's errors in a pass that computes other metrics too. */
export function identityVisitor(
  embeddings: Embeddings,
  threshold: number,
): SimilarityVisitor<readonly IdentityMetrics[]> {
  requireFiniteEmbeddings(embeddings);
  const { identities, rows, identityOf } = rowsByIdentity(embeddings.labels);
  const positives = rows.map((own) => positiveSimilarities(embeddings, own));
  const lowest = Float32Array.from(positives, (scores) => scores[0] ?? Infinity);
  const doubledRank = doubleRanker(positives);
  const falseAccepts = new Float64Array(identities.length);
  // Twice the pairs of a positive and a negative pair in the wrong order, ties being half wrong.
  const wrongOrders = new Float64Array(identities.length);
  const count = (identity: number, similarity: number) => {
    if (similarity >= threshold) falseAccepts[identity]!++;
    if (similarity >= lowest[identity]!) {
      wrongOrders[identity]! += doubledRank(identity, similarity);
    }
  };
  return {
    visit(row, similarities) {
      const identity = identityOf[row]!;
      const bound = Math.min(threshold, lowest[identity]!);
      for (let k = 0, next = row + 1; k < similarities.length; k++, next++) {
        const similarity = similarities[k]!, other = identityOf[next]!;
        if (similarity < bound && similarity < lowest[other]! || other === identity) continue;
        count(identity, similarity);
        count(other, similarity);
      }
    },
    result: () =>
      identities.map((label, identity): IdentityMetrics => {
        const images = rows[identity]!.length, scores = positives[identity]!;
        const negativePairs = images * (identityOf.length - images);
        const share = (part: number, of: number) => of === 0 ? null : part / of;
        const wrong = share(wrongOrders[identity]!, 2 * negativePairs * scores.length);
        return {
          label,
          images,
          positivePairs: scores.length,
          meanPositiveSimilarity: share(
            scores.reduce((sum, score) => sum + score, 0),
            scores.length,
          ),
          frr: share(scores.filter((score) => score < threshold).length, scores.length),
          far: share(falseAccepts[identity]!, negativePairs),
          auc: wrong === null ? null : 1 - wrong,
        };
      }).sort(worstFirst),
  };
}

function positiveSimilarities(
  { values, dimension }: Embeddings,
  rows: readonly number[],
): Float32Array {
  const scores = new Float32Array(rows.length * (rows.length - 1) / 2);
  let next = 0;
  rows.forEach((a, index) => {
    for (const b of rows.slice(index + 1)) {
      scores[next++] = cosineSimilarity(values, values, dimension, a * dimension, b * dimension);
    }
  });
  return sortFloats(scores);
}

function worstFirst(a: IdentityMetrics, b: IdentityMetrics): number {
  return (a.auc ?? 2) - (b.auc ?? 2) || (b.frr ?? 0) - (a.frr ?? 0) ||
    (b.far ?? 0) - (a.far ?? 0) || a.label - b.label;
}
