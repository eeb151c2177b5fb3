import type { MetricDefinition } from "./metric_definition.ts";
import { cosineSimilarity } from "../similarities/cosine_similarity.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import { requireFiniteEmbeddings } from "../similarities/require_finite_embeddings.ts";
import { rowsByIdentity } from "../similarities/rows_by_identity.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";

/** Ranks that the cumulative match characteristic is told for, at most. */
const CMC_RANKS = 50;

/** How well an image finds the others of its identity among all images; fractions are 0 to 1. */
export interface RetrievalMetrics {
  /** Images whose identity has another one: each is a query, and all images but itself are
   * ranked by their similarity to it. */
  readonly queries: number;
  /** The fraction of queries whose nearest image is of their identity. */
  readonly precisionAt1: number;
  /** The fraction of their identity among the R nearest, R being how many others it has; the mean. */
  readonly rPrecision: number;
  /** Mean average precision at R: the same, but early hits count more. */
  readonly mapAtR: number;
  /** The mean of one over the rank of the first image of the query's identity. */
  readonly meanReciprocalRank: number;
  /** Cumulative match characteristic: the fraction of queries with an image of their identity among the
   * k nearest, for k from 1 to 50, or to all other images where there are fewer. */
  readonly cmc: Float64Array;
}

/** The metrics of `RetrievalMetrics` that are a single number, in the order in which they are shown. */
export const retrievalDefinitions: Readonly<
  Record<"precisionAt1" | "rPrecision" | "mapAtR" | "meanReciprocalRank", MetricDefinition>
> = {
  precisionAt1: { label: { en: "precision at 1", ja: "Precision@1" }, unit: "rate" },
  rPrecision: { label: { en: "R-precision", ja: "R-Precision" }, unit: "rate" },
  mapAtR: { label: { en: "MAP@R", ja: "MAP@R" }, unit: "rate" },
  meanReciprocalRank: {
    label: { en: "mean reciprocal rank", ja: "平均逆順位(MRR)" },
    unit: "score",
  },
};

/** The keys of `retrievalDefinitions`, in its order. */
export const retrievalKeys: readonly (keyof typeof retrievalDefinitions)[] = Object.keys(
  retrievalDefinitions,
) as (keyof typeof retrievalDefinitions)[];

/**
 * Takes each image as a query against all others. The metrics are those of PyTorch Metric Learning's
 * `AccuracyCalculator` (Musgrave et al., "A Metric Learning Reality Check", 2020), except for ties:
 * there their order is arbitrary, here an image of another identity that is just as similar
 * stands first, so embeddings that are all the same find nothing. O(n² · dimension) in time.
 *
 * @returns null if no identity has two images
 * @throws {UserError} if an embedding contains NaN or infinity
 */
export function retrievalMetrics(embeddings: Embeddings): RetrievalMetrics | null {
  const visitor = retrievalVisitor(embeddings);
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/** Ranks queries in a pass that computes other metrics too. */
export function retrievalVisitor(
  embeddings: Embeddings,
): SimilarityVisitor<RetrievalMetrics | null> {
  requireFiniteEmbeddings(embeddings);
  const { labels } = embeddings;
  const n = labels.length;
  const relevant = relevantSimilarities(embeddings);
  // An image of another identity matters where it is at least as similar as these.
  const bounds = Float32Array.from(relevant, (similarities) => similarities.at(-1) ?? Infinity);
  const wrongBefore = relevant.map(({ length }) => new Uint32Array(length));
  const alive = Uint32Array.from(relevant, ({ length }) => length);
  const countWrong = (query: number, similarity: number) => {
    const similarities = relevant[query]!, wrong = wrongBefore[query]!, r = similarities.length;
    let last = alive[query]! - 1;
    for (let hit = last; hit >= 0 && similarities[hit]! <= similarity; hit--) wrong[hit]!++;
    // What ranks beyond R no longer matters, but for the first.
    while (last > 0 && last + 1 + wrong[last]! > r) last--;
    alive[query] = last + 1;
    bounds[query] = similarities[last]!;
  };
  return {
    visit(row, similarities) {
      const label = labels[row];
      let bound = bounds[row]!;
      for (let k = 0, other = row + 1; k < similarities.length; k++, other++) {
        const similarity = similarities[k]!;
        if (similarity < bound && similarity < bounds[other]!) continue;
        if (labels[other] === label) continue;
        if (similarity >= bounds[other]!) countWrong(other, similarity);
        if (similarity >= bound) {
          countWrong(row, similarity);
          bound = bounds[row]!;
        }
      }
    },
    result: () => summarize(wrongBefore, alive, n),
  };
}

/** For each row its similarities to the others of its identity, descending. */
function relevantSimilarities({ values, dimension, labels }: Embeddings): Float32Array[] {
  const { rows, identityOf } = rowsByIdentity(labels);
  return Array.from(labels, (_, row) => {
    const others = rows[identityOf[row]!]!.filter((other) => other !== row);
    return Float32Array.from(
      others,
      (other) => cosineSimilarity(values, values, dimension, row * dimension, other * dimension),
    ).sort().reverse();
  });
}

/** @param wrongBefore for each query and each hit, how many of other identities rank before it */
function summarize(
  wrongBefore: readonly Uint32Array[],
  alive: Uint32Array,
  n: number,
): RetrievalMetrics | null {
  const cmc = new Float64Array(Math.max(0, Math.min(CMC_RANKS, n - 1)));
  let queries = 0, precisionAt1 = 0, rPrecision = 0, mapAtR = 0, meanReciprocalRank = 0;
  wrongBefore.forEach((wrong, query) => {
    const r = wrong.length;
    if (r === 0) return;
    queries++;
    const first = 1 + wrong[0]!;
    if (first === 1) precisionAt1++;
    if (first <= cmc.length) cmc[first - 1]!++;
    meanReciprocalRank += 1 / first;
    for (let hit = 0; hit < alive[query]!; hit++) {
      const rank = hit + 1 + wrong[hit]!;
      if (rank > r) break;
      rPrecision += 1 / r;
      mapAtR += (hit + 1) / rank / r;
    }
  });
  if (queries === 0) return null;
  for (let rank = 1; rank < cmc.length; rank++) cmc[rank]! += cmc[rank - 1]!;
  return {
    queries,
    precisionAt1: precisionAt1 / queries,
    rPrecision: rPrecision / queries,
    mapAtR: mapAtR / queries,
    meanReciprocalRank: meanReciprocalRank / queries,
    cmc: cmc.map((count) => count / queries),
  };
}
