import { partitionPoint } from "../scores/partition_point.ts";
import { nextFloat32 } from "../scores/next_float.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { rocPointAt } from "../scores/roc_point_at.ts";
import { sortScores } from "../scores/sort_scores.ts";

/**
 * Equal error rate (EER): the rate at which as many negative pairs are accepted as positive pairs are
 * rejected, interpolated along the straight lines between the points of the ROC curve.
 *
 * @returns the rate, 0 to 1, and the threshold at which it is found, interpolated alike
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function equalErrorRate(scores: PairScores): { rate: number; threshold: number } {
  const sorted = sortScores(scores);
  const kinds = [sorted.positives, sorted.negatives];
  const crossed = (threshold: number) => {
    const { far, frr } = rocPointAt(sorted, threshold);
    return far >= frr;
  };
  const threshold = Math.max(...kinds.map((kind) => kind[partitionPoint(kind, crossed) - 1]!));
  const above = (score: number) => score <= threshold;
  const next = Math.min(...kinds.map((kind) => kind[partitionPoint(kind, above)] ?? Infinity));
  const here = rocPointAt(sorted, threshold), before = rocPointAt(sorted, nextFloat32(threshold));
  const gapHere = here.far - here.frr, gapBefore = before.frr - before.far;
  const share = gapBefore / (gapBefore + gapHere);
  return {
    rate: before.far + share * (here.far - before.far),
    threshold: next < Infinity ? next + share * (threshold - next) : threshold,
  };
}
