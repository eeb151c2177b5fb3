import type { PairScores } from "../scores/pair_scores.ts";
import { countScores, sortScores } from "../scores/sort_scores.ts";
import { type CurveOptions, forEachCurvePoint } from "./for_each_curve_point.ts";

/** Precision and recall at descending thresholds, from recall 0 to recall 1. */
export interface PrecisionRecallCurve {
  /** The fraction of the accepted pairs that are positive; 1 if nothing is accepted. */
  readonly precision: Float64Array;
  /** The fraction of the positive pairs that are accepted: the same as TAR. */
  readonly recall: Float64Array;
  /** The first is infinity, which accepts nothing; the others are scores. */
  readonly thresholds: Float64Array;
}

/**
 * The precision-recall curve, one point a distinct score; with a resolution, points a step apart in
 * recall or in log FAR.
 *
 * scikit-learn's `precision_recall_curve` has the same points in the opposite order, by rising
 * thresholds, and no threshold for its last, (precision 1, recall 0), which is infinity here.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function precisionRecallCurve(
  scores: PairScores,
  options: CurveOptions = {},
): PrecisionRecallCurve {
  const sorted = sortScores(scores);
  const { positivePairs } = countScores(sorted);
  const precision: number[] = [], recall: number[] = [], thresholds: number[] = [];
  forEachCurvePoint(sorted, options, linear, (threshold, trueAccepts, falseAccepts) => {
    const accepts = trueAccepts + falseAccepts;
    precision.push(accepts === 0 ? 1 : trueAccepts / accepts);
    recall.push(trueAccepts / positivePairs);
    thresholds.push(threshold);
  });
  return {
    precision: Float64Array.from(precision),
    recall: Float64Array.from(recall),
    thresholds: Float64Array.from(thresholds),
  };
}

function linear(accepts: number, all: number): number {
  return accepts / all;
}
