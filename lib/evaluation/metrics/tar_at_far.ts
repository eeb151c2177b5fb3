import { smallestSupportedFar } from "../../dataset/estimate/supported_far.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { supportOfScores } from "../scores/support_of_scores.ts";
import { firstRefused, nextFloat32, rocPointAt } from "../scores/threshold_search.ts";

/**
 * True accept rate at a false accept rate, interpolated log-linearly: TAR runs straight in log10(FAR)
 * between the neighbouring points of the ROC curve, as `numpy.interp(log10(far), log10(fars), tars)`
 * has it. Where several points have one FAR, the largest TAR counts. Below the first FAR that is not
 * zero, where log10 has no second point, it is the largest TAR at FAR zero.
 *
 * @returns 0 to 1, or null if the negative pairs do not support the rate: see `smallestSupportedFar`
 * @throws {UserError} if `far` is not above 0 and below 1, there is no positive pair, no negative
 *   pair, or a score is not a number
 */
export function tarAtFar(scores: PairScores, far: number): number | null {
  const sorted = sortScores(scores);
  const tar = interpolatedTar(sorted, far);
  return far < smallestSupportedFar(supportOfScores(sorted)) ? null : tar;
}

/** The same, however few negative pairs support it. */
export function interpolatedTar(scores: SortedScores, far: number): number {
  const refused = firstRefused(scores, far);
  const before = rocPointAt(scores, nextFloat32(refused));
  if (before.far === 0 || before.far === far) return before.tar;
  const after = rocPointAt(scores, refused);
  const fraction = Math.log10(far / before.far) / Math.log10(after.far / before.far);
  return before.tar + fraction * (after.tar - before.tar);
}
