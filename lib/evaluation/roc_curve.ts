import type { PairScores } from "./pair_scores.ts";
import { sortScores } from "./sort_scores.ts";
import { walkThresholds } from "./walk_thresholds.ts";

/** Receiver operating characteristic: the rates at descending thresholds, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** False accept rate: the share of negative pairs that score at least the threshold. */
  readonly far: Float64Array;
  /** True accept rate: the share of positive pairs that score at least the threshold. */
  readonly tar: Float64Array;
  /** The first is infinity, which accepts nothing; the others are scores. */
  readonly thresholds: Float64Array;
}

/**
 * The ROC curve, one point a distinct score, as scikit-learn's `roc_curve` with
 * `drop_intermediate=False` gives it.
 *
 * @param options.resolution keeps only the points a step of 1 / resolution apart, in TAR and in the
 *   logarithm of FAR, for a curve to be drawn; without it every point is kept
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function rocCurve(
  scores: PairScores,
  options: { readonly resolution?: number } = {},
): RocCurve {
  const sorted = sortScores(scores);
  const positives = sorted.positives.length, negatives = sorted.negatives.length;
  const step = 1 / (options.resolution ?? Infinity);
  const decades = Math.log(negatives + 1);
  const far: number[] = [], tar: number[] = [], thresholds: number[] = [];
  let keptX = -Infinity, keptY = -Infinity;
  walkThresholds(sorted, (threshold, trueAccepts, falseAccepts) => {
    const x = Math.log(falseAccepts + 1) / decades, y = trueAccepts / positives;
    const last = trueAccepts === positives && falseAccepts === negatives;
    if (!last && x - keptX < step && y - keptY < step) return;
    [keptX, keptY] = [x, y];
    far.push(falseAccepts / negatives);
    tar.push(y);
    thresholds.push(threshold);
  });
  return {
    far: Float64Array.from(far),
    tar: Float64Array.from(tar),
    thresholds: Float64Array.from(thresholds),
  };
}
