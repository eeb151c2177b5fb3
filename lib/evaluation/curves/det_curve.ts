import type { PairScores } from "../scores/pair_scores.ts";
import { countScores, sortScores } from "../scores/sort_scores.ts";
import { type CurveOptions, forEachCurvePoint } from "./for_each_curve_point.ts";

/** Detection error tradeoff: both errors at descending thresholds, from (0, 1) to (1, 0). */
export interface DetCurve {
  /** False accept rate: the fraction of negative pairs that score at least the threshold. */
  readonly far: Float64Array;
  /** False reject rate: the fraction of positive pairs that score below the threshold. */
  readonly frr: Float64Array;
  /** The first is infinity, which accepts nothing; the others are scores. */
  readonly thresholds: Float64Array;
}

/**
 * The DET curve, one point a distinct score; with a resolution, points a step apart in log FAR or in
 * log FRR.
 *
 * scikit-learn's `det_curve` with `drop_intermediate=False` has the same points but for two things:
 * it lists them by rising thresholds, and it cuts off both ends, keeping of the points at FAR 0 that
 * with the least FRR alone, and of those at FRR 0 that with the least FAR.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function detCurve(scores: PairScores, options: CurveOptions = {}): DetCurve {
  const sorted = sortScores(scores);
  const { positivePairs, negativePairs } = countScores(sorted);
  const far: number[] = [], frr: number[] = [], thresholds: number[] = [];
  forEachCurvePoint(sorted, options, logarithmOfRejects, (threshold, trueAccepts, falseAccepts) => {
    far.push(falseAccepts / negativePairs);
    frr.push((positivePairs - trueAccepts) / positivePairs);
    thresholds.push(threshold);
  });
  return {
    far: Float64Array.from(far),
    frr: Float64Array.from(frr),
    thresholds: Float64Array.from(thresholds),
  };
}

function logarithmOfRejects(accepts: number, all: number): number {
  return 1 - Math.log(all - accepts + 1) / Math.log(all + 1);
}
