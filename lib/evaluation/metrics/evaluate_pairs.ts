import { areaVisitor } from "./area_under_curve.ts";
import { averagePrecisionVisitor } from "./average_precision.ts";
import { accuracyVisitor } from "./best_accuracy.ts";
import { equalErrorRate } from "./equal_error_rate.ts";
import { type FarKey, forEachFar } from "./far_keys.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { tarAtFar } from "./tar_at_far.ts";
import { forEachPositive } from "./for_each_positive.ts";

/** How well scores tell positive pairs from negative ones; rates are 0 to 1. */
export interface PairMetrics {
  readonly positivePairs: number;
  readonly negativePairs: number;
  /** Area under the ROC curve; 0.5 is chance. */
  readonly auc: number;
  /** Equal error rate. */
  readonly eer: number;
  readonly averagePrecision: number;
  /** The largest share of pairs that one threshold decides rightly. */
  readonly accuracy: number;
  /** The same with positive and negative pairs of equal weight; 0.5 is chance. */
  readonly balancedAccuracy: number;
  /** TAR by FAR, keyed by the FAR as text; null where the negatives cannot support it. */
  readonly tarAtFar: Readonly<Record<FarKey, number | null>>;
}

/**
 * All figures of scored pairs, for one sort of the scores.
 *
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function evaluatePairs(scores: PairScores): PairMetrics {
  const sorted = sortScores(scores);
  return {
    positivePairs: sorted.positives.length,
    negativePairs: sorted.negatives.length,
    ...scalarMetrics(sorted),
    tarAtFar: forEachFar((far) => tarAtFar(sorted, far)),
  };
}

/** The figures that need no false accept rate, for one walk over the scores. */
export function scalarMetrics(
  scores: SortedScores,
): Pick<PairMetrics, "auc" | "eer" | "averagePrecision" | "accuracy" | "balancedAccuracy"> {
  const area = areaVisitor(scores), precision = averagePrecisionVisitor();
  const accuracy = accuracyVisitor(scores, {});
  const balanced = accuracyVisitor(scores, { balanced: true });
  forEachPositive(scores, [area, precision, accuracy, balanced]);
  return {
    auc: area.result(),
    eer: equalErrorRate(scores).rate,
    averagePrecision: precision.result(),
    accuracy: accuracy.result().accuracy,
    balancedAccuracy: balanced.result().accuracy,
  };
}
