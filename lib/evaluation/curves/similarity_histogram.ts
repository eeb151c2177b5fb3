import { partitionPoint } from "../../dataset/sampling/partition_point.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { countOf, sortScores } from "../scores/sort_scores.ts";

/** Fractions of positive and of negative pairs by their similarity, in bins of equal width. */
export interface SimilarityHistogram {
  /** Where the first bin begins, and how wide each is. */
  readonly start: number;
  /** How wide each bin is. */
  readonly width: number;
  /** For each bin the fraction of all positive pairs, summing to 1; so for negative pairs. */
  readonly positives: Float64Array;
  /** For each bin, the fraction of all negative pairs, summing to 1. */
  readonly negatives: Float64Array;
}

/**
 * Counts similarities in bins over the range that there is: O(log n) for scores in order.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function similarityHistogram(scores: PairScores, bins = 60): SimilarityHistogram {
  const { positives, negatives, positiveCounts, negativeCounts } = sortScores(scores);
  const start = Math.min(positives[0]!, negatives[0]!);
  const end = Math.max(positives.at(-1)!, negatives.at(-1)!);
  const width = Math.max(end - start, 1e-6) / bins;
  const shares = (ascending: Float32Array, counts: Float64Array | undefined) => {
    const { length } = ascending;
    /** How many pairs lie in a bin or above. */
    const from = (bin: number) =>
      bin === bins ? 0 : countOf(
        counts,
        length - partitionPoint(
          0,
          length,
          (index) => Math.floor((ascending[index]! - start) / width) < bin,
        ),
      );
    return Float64Array.from(
      { length: bins },
      (_, bin) => (from(bin) - from(bin + 1)) / countOf(counts, length),
    );
  };
  return {
    start,
    width,
    positives: shares(positives, positiveCounts),
    negatives: shares(negatives, negativeCounts),
  };
}
