import type { PairScores } from "./pair_scores.ts";
import { sortScores } from "./sort_scores.ts";
import { walkPositives } from "./walk_positives.ts";

/**
 * Average precision: the precision at every distinct score, weighed by the recall gained there,
 * without interpolation, as scikit-learn's `average_precision_score` defines it.
 *
 * @returns 0 to 1; chance is the share of positive pairs
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function averagePrecision(scores: PairScores): number {
  const sorted = sortScores(scores);
  let sum = 0, previousTrue = 0;
  walkPositives(sorted, (_score, trueAccepts, _falseAbove, falseAccepts) => {
    if (trueAccepts === previousTrue) return;
    sum += (trueAccepts - previousTrue) * trueAccepts / (trueAccepts + falseAccepts);
    previousTrue = trueAccepts;
  });
  return sum / previousTrue;
}
