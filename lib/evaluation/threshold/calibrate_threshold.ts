import { firstRefused } from "../scores/first_refused.ts";
import { nextFloat32 } from "../scores/next_float.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { sortScores } from "../scores/sort_scores.ts";

/**
 * The smallest threshold, in single precision, at which the measured false accept rate is at most
 * `far`. Pictures are the same when their similarity is at least the threshold.
 *
 * @param far above 0 and below 1
 * @throws {UserError} when `far` is out of range, there is no positive pair, no negative pair, or a
 *   score is not a number
 */
export function calibrateThreshold(scores: PairScores, far: number): number {
  return nextFloat32(firstRefused(sortScores(scores), far));
}
