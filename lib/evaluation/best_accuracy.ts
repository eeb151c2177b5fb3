import type { PairScores } from "./pair_scores.ts";
import { sortScores } from "./sort_scores.ts";
import { walkPositives } from "./walk_positives.ts";

/**
 * The largest share of pairs decided rightly that any one threshold reaches.
 *
 * Where negative pairs abound, rejecting everything decides most pairs rightly; `balanced` gives both
 * kinds the same weight, as a list of as many positive as negative pairs does.
 *
 * @returns the accuracy, 0 to 1, and the highest threshold that reaches it (infinity: reject all)
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function bestAccuracy(
  scores: PairScores,
  options: { readonly balanced?: boolean } = {},
): { accuracy: number; threshold: number } {
  const sorted = sortScores(scores);
  const positives = sorted.positiveCount(sorted.positives.length);
  const negatives = sorted.negativeCount(sorted.negatives.length);
  const rejectAll = options.balanced ? 0.5 : negatives / (positives + negatives);
  const best = { accuracy: rejectAll, threshold: Infinity };
  // To stop below a positive pair but above the next takes in negative pairs alone: never better.
  walkPositives(sorted, (threshold, trueAccepts, _falseAbove, falseAccepts) => {
    const trueRejects = negatives - falseAccepts;
    const accuracy = options.balanced
      ? (trueAccepts / positives + trueRejects / negatives) / 2
      : (trueAccepts + trueRejects) / (positives + negatives);
    if (accuracy > best.accuracy) [best.accuracy, best.threshold] = [accuracy, threshold];
  });
  return best;
}
