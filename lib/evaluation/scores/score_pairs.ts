import type { Embeddings } from "../similarities/embeddings.ts";
import type { PairScores } from "./pair_scores.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";

/**
 * Scores every unordered pair of images once: `n(n-1)/2` cosine similarities, O(n² · dimension) in
 * time, four bytes a pair in memory.
 *
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 */
export function scorePairs(embeddings: Embeddings): PairScores {
  const visitor = pairScoresVisitor(embeddings.labels);
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/** Keeps every score, for a pass that computes other metrics too. */
export function pairScoresVisitor(labels: Int32Array): SimilarityVisitor<PairScores> {
  const n = labels.length;
  const positives = new Float32Array(countPositivePairs(labels));
  const negatives = new Float32Array(n * (n - 1) / 2 - positives.length);
  let positive = 0, negative = 0;
  return {
    visit(row, similarities) {
      const label = labels[row];
      for (let k = 0, other = row + 1; k < similarities.length; k++, other++) {
        if (labels[other] === label) positives[positive++] = similarities[k]!;
        else negatives[negative++] = similarities[k]!;
      }
    },
    result: () => ({ positives, negatives }),
  };
}

function countPositivePairs(labels: Int32Array): number {
  const images = new Map<number, number>();
  let pairs = 0;
  for (const label of labels) {
    const before = images.get(label) ?? 0;
    pairs += before;
    images.set(label, before + 1);
  }
  return pairs;
}
