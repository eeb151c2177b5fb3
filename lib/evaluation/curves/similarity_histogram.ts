import { partitionPoint } from "../../dataset/sampling/partition_point.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { sortScores } from "../scores/sort_scores.ts";

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
  const { positives, negatives } = sortScores(scores);
  const start = Math.min(positives[0]!, negatives[0]!);
  const end = Math.max(positives.at(-1)!, negatives.at(-1)!);
  const width = Math.max(end - start, 1e-6) / bins;
  const shares = (ascending: Float32Array) => {
    const startOf = (bin: number) =>
      bin === bins ? ascending.length : partitionPoint(
        0,
        ascending.length,
        (index) => Math.floor((ascending[index]! - start) / width) < bin,
      );
    return Float64Array.from(
      { length: bins },
      (_, bin) => (startOf(bin + 1) - startOf(bin)) / ascending.length,
    );
  };
  return { start, width, positives: shares(positives), negatives: shares(negatives) };
}
