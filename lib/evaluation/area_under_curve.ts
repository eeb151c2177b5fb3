import type { PairScores } from "./pair_scores.ts";
import { sortScores } from "./sort_scores.ts";
import { walkPositives } from "./walk_positives.ts";

/**
 * Area under the ROC curve (AUC): the chance that a positive pair scores higher than a negative one,
 * ties counting half. The same as scikit-learn's `roc_auc_score`.
 *
 * @returns 0 to 1, where 0.5 is chance
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function areaUnderCurve(scores: PairScores): number {
  const sorted = sortScores(scores);
  const positives = sorted.positiveCount(sorted.positives.length);
  const negatives = sorted.negativeCount(sorted.negatives.length);
  // Twice the area in whole pairs, so that nothing is rounded before the division.
  let doubleArea = 0, previousTrue = 0;
  walkPositives(sorted, (_score, trueAccepts, falseAbove, falseAccepts) => {
    doubleArea += (trueAccepts - previousTrue) * (2 * negatives - falseAbove - falseAccepts);
    previousTrue = trueAccepts;
  });
  return doubleArea / 2 / positives / negatives;
}
