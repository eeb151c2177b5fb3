import type { PairScores } from "./pair_scores.ts";
import { sortScores } from "./sort_scores.ts";

/**
 * Measures both errors at a threshold: a pair is accepted when its score is at least the threshold.
 *
 * @returns `far`, the share of negative pairs accepted, and `frr`, the share of positive pairs
 *   rejected, each 0 to 1
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function errorRatesAt(scores: PairScores, threshold: number): { far: number; frr: number } {
  const { positives, negatives } = sortScores(scores);
  return {
    far: (negatives.length - countBelow(negatives, threshold)) / negatives.length,
    frr: countBelow(positives, threshold) / positives.length,
  };
}

/** How many of the ascending scores are below the threshold, by bisection. */
function countBelow(ascending: Float32Array, threshold: number): number {
  let low = 0, high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}
