import { UserError } from "../../language/user_error.ts";
import { evaluationMessages } from "../messages.ts";
import { meanAndDeviation } from "./mean_and_deviation.ts";
import { bestAccuracy } from "./best_accuracy.ts";
import { concatenateScores } from "../scores/concatenate_scores.ts";
import type { PairScores } from "../scores/pair_scores.ts";

/** What the protocol of Labeled Faces in the Wild (LFW) reports. */
export interface CrossValidatedAccuracy {
  /** The mean over the folds, 0 to 1. */
  readonly accuracy: number;
  /** Of the mean: the folds' standard deviation, over n - 1, divided by the root of their number. */
  readonly standardError: number;
  /** In their order: the threshold chosen on all other folds, and the fraction decided correctly here. */
  readonly folds: readonly { readonly threshold: number; readonly accuracy: number }[];
}

/**
 * Accuracy by LFW's protocol (Huang et al., 2007, "View 2"): for each fold, the threshold that decides
 * most pairs of all other folds correctly, and the fraction of this fold's pairs that it decides correctly.
 *
 * Every distinct score is tried as a threshold, where facenet tries every hundredth of a distance. Of
 * thresholds that do equally well it is the highest, the strictest one, as there.
 *
 * @param folds ten by convention; leave out folds without pairs
 * @throws {UserError} if there are fewer than two folds, one has no pair, the others of one lack
 *   positive or negative pairs, or a score is not a number
 */
export function crossValidatedAccuracy(folds: readonly PairScores[]): CrossValidatedAccuracy {
  const empty = folds.findIndex(({ positives, negatives }) =>
    positives.length + negatives.length === 0
  );
  if (folds.length < 2) {
    throw new UserError(evaluationMessages.tooFewFolds({ folds: folds.length }));
  }
  if (empty >= 0) throw new UserError(evaluationMessages.emptyFold({ fold: empty + 1 }));
  const measured = folds.map((fold) => {
    const others = folds.filter((other) => other !== fold);
    const { threshold } = bestAccuracy(concatenateScores(others));
    const right = fold.positives.filter((score) => score >= threshold).length +
      fold.negatives.filter((score) => score < threshold).length;
    return { threshold, accuracy: right / (fold.positives.length + fold.negatives.length) };
  });
  const { mean, deviation } = meanAndDeviation(measured.map(({ accuracy }) => accuracy));
  const standardError = deviation / Math.sqrt(measured.length);
  return { accuracy: mean, standardError, folds: measured };
}
