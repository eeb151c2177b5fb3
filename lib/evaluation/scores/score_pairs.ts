import {
  comparedRows,
  type Embeddings,
  type JoinedEmbeddings,
} from "../similarities/embeddings.ts";
import type { PairScores } from "./pair_scores.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";
import { countRowPairs } from "./support_of_scores.ts";

/**
 * Scores every unordered pair of images once: `n(n-1)/2` cosine similarities, O(n² · dimension) in
 * time, four bytes a pair in memory. Images that join in are not paired with each other.
 *
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 */
export function scorePairs(embeddings: Embeddings | JoinedEmbeddings): PairScores {
  const visitor = pairScoresVisitor(embeddings.labels, comparedRows(embeddings));
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/**
 * Keeps every score, for a pass that computes other metrics too.
 *
 * @param compared rows from this one on join in: see `JoinedEmbeddings`
 */
export function pairScoresVisitor(
  labels: Int32Array,
  compared: number = labels.length,
): SimilarityVisitor<PairScores> {
  const counts = countRowPairs(labels, compared);
  const positives = new Float32Array(counts.positivePairs);
  const negatives = new Float32Array(counts.negatives.pairs);
  let positive = 0, negative = 0;
  return {
    visit(row, similarities) {
      const label = labels[row];
      for (let k = 0, other = row + 1; k < similarities.length; k++, other++) {
        if (labels[other] === label) positives[positive++] = similarities[k]!;
        else negatives[negative++] = similarities[k]!;
      }
    },
    result: () => ({ positives, negatives, identities: counts.negatives.identities }),
  };
}
