import { calibrateThreshold } from "./calibrate_threshold.ts";
import { errorRatesAt } from "./error_rates_at.ts";
import type { PairScores } from "./pair_scores.ts";
import { smallestFar } from "./smallest_far.ts";
import { sortScores } from "./sort_scores.ts";

/**
 * True accept rate at a false accept rate: the share of positive pairs accepted by the smallest
 * threshold whose measured FAR is at most `far`.
 *
 * @returns 0 to 1, or null where there are fewer than 3 / `far` negative pairs to support the rate
 * @throws {UserError} when `far` is not above 0 and below 1, there is no positive pair, no negative
 *   pair, or a score is not a number
 */
export function tarAtFar(scores: PairScores, far: number): number | null {
  const sorted = sortScores(scores);
  const threshold = calibrateThreshold(sorted, far);
  if (far < smallestFar(sorted.negatives.length)) return null;
  return 1 - errorRatesAt(sorted, threshold).frr;
}
