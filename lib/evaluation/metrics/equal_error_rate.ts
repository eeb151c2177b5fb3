import { partitionPoint } from "../../dataset/sampling/partition_point.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { sortScores } from "../scores/sort_scores.ts";
import { nextFloat32, rocPointAt } from "../scores/threshold_search.ts";
import type { PairMetricDefinition } from "./metric_definition.ts";

/** `equalErrorRate` as a metric of the registry. It needs no pass over the scores. */
export const equalErrorRateMetric: PairMetricDefinition = {
  label: { en: "EER", ja: "EER" },
  unit: "rate",
  meaning: {
    en: "equal error rate: where the false accept rate and the false reject rate are equal",
    ja: "等価エラー率: 他人受入率と本人拒否率が等しくなる誤り率",
  },
  measure: (scores) => ({ visit() {}, result: () => equalErrorRate(scores).rate }),
};

/**
 * Equal error rate (EER): the rate at which as many negative pairs are accepted as positive pairs are
 * rejected, interpolated along the straight lines between the points of the ROC curve.
 *
 * @returns the rate, 0 to 1, and the threshold at which it is found, interpolated in the same way
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function equalErrorRate(scores: PairScores): { rate: number; threshold: number } {
  const sorted = sortScores(scores);
  const kinds = [sorted.positives, sorted.negatives];
  const firstFailing = (kind: Float32Array, passes: (score: number) => boolean) =>
    partitionPoint(0, kind.length, (index) => passes(kind[index]!));
  const crossed = (threshold: number) => {
    const { far, frr } = rocPointAt(sorted, threshold);
    return far >= frr;
  };
  const threshold = Math.max(...kinds.map((kind) => kind[firstFailing(kind, crossed) - 1]!));
  const above = (score: number) => score <= threshold;
  const next = Math.min(...kinds.map((kind) => kind[firstFailing(kind, above)] ?? Infinity));
  const here = rocPointAt(sorted, threshold), before = rocPointAt(sorted, nextFloat32(threshold));
  const gapHere = here.far - here.frr, gapBefore = before.frr - before.far;
  const fraction = gapBefore / (gapBefore + gapHere);
  return {
    rate: before.far + fraction * (here.far - before.far),
    threshold: next < Infinity ? next + fraction * (threshold - next) : threshold,
  };
}
