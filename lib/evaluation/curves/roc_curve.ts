import type { PairScores } from "../scores/pair_scores.ts";
import { countScores, sortScores } from "../scores/sort_scores.ts";
import { type CurveOptions, forEachCurvePoint } from "./for_each_curve_point.ts";

/** Receiver operating characteristic: the rates at descending thresholds, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** False accept rate: the fraction of negative pairs that score at least the threshold. */
  readonly far: Float64Array;
  /** True accept rate: the fraction of positive pairs that score at least the threshold. */
  readonly tar: Float64Array;
  /** The first is infinity, which accepts nothing; the others are scores. */
  readonly thresholds: Float64Array;
}

/**
 * The ROC curve, one point a distinct score, as scikit-learn's `roc_curve` with
 * `drop_intermediate=False` gives it; with a resolution, points a step apart in TAR or in log FAR.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function rocCurve(scores: PairScores, options: CurveOptions = {}): RocCurve {
  const sorted = sortScores(scores);
  const { positivePairs, negativePairs } = countScores(sorted);
  const far: number[] = [], tar: number[] = [], thresholds: number[] = [];
  forEachCurvePoint(sorted, options, linear, (threshold, trueAccepts, falseAccepts) => {
    far.push(falseAccepts / negativePairs);
    tar.push(trueAccepts / positivePairs);
    thresholds.push(threshold);
  });
  return {
    far: Float64Array.from(far),
    tar: Float64Array.from(tar),
    thresholds: Float64Array.from(thresholds),
  };
}

function linear(accepts: number, all: number): number {
  return accepts / all;
}
