import type { PairScores } from "./pair_scores.ts";

/** Shares of positive and of negative pairs by their similarity, in bins of equal width. */
export interface SimilarityHistogram {
  /** Where the first bin begins, and how wide each is. */
  readonly start: number;
  readonly width: number;
  /** For each bin the share of all positive pairs, summing to 1; so for negative pairs. */
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

/** Counts similarities in bins over the range that there is. */
export function similarityHistogram(scores: PairScores, bins = 60): SimilarityHistogram {
  const { positives, negatives } = scores;
  let low = 1, high = -1;
  for (const values of [positives, negatives]) {
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const width = Math.max(high - low, 1e-6) / bins;
  const shares = (values: Float32Array) => {
    const counts = new Float64Array(bins);
    for (const value of values) counts[Math.min(Math.floor((value - low) / width), bins - 1)]!++;
    return counts.map((count) => count / values.length);
  };
  return { start: low, width, positives: shares(positives), negatives: shares(negatives) };
}
