import type { SortedScores } from "../scores/sort_scores.ts";
import { areaUnderCurveMetric } from "./area_under_curve.ts";
import { averagePrecisionMetric } from "./average_precision.ts";
import { accuracyMetric, balancedAccuracyMetric } from "./best_accuracy.ts";
import { equalErrorRateMetric } from "./equal_error_rate.ts";
import { forEachPositive, type StepPlaces } from "./for_each_positive.ts";
import type { PairMetricDefinition } from "./metric_definition.ts";

/** How well scores separate positive pairs from negative pairs, a number each, 0 to 1. */
export interface ScalarMetrics {
  /** Area under the ROC curve; 0.5 is chance. */
  readonly auc: number;
  /** Equal error rate. */
  readonly eer: number;
  /** Precision, averaged over recall. */
  readonly averagePrecision: number;
  /** The largest fraction of pairs that one threshold decides correctly. */
  readonly accuracy: number;
  /** The same with positive and negative pairs of equal weight; 0.5 is chance. */
  readonly balancedAccuracy: number;
}

/** The name of a metric of `ScalarMetrics`, as in JSON and in the model file. */
export type PairMetricKey = keyof ScalarMetrics;

/**
 * The metrics of scored pairs, in the order in which they are shown. JSON, the terminal, the report,
 * the confidence intervals, and the model file follow from this list.
 */
export const pairMetrics: Readonly<Record<PairMetricKey, PairMetricDefinition>> = {
  auc: areaUnderCurveMetric,
  eer: equalErrorRateMetric,
  averagePrecision: averagePrecisionMetric,
  accuracy: accuracyMetric,
  balancedAccuracy: balancedAccuracyMetric,
};

/** The keys of `pairMetrics`, in its order. */
export const pairMetricKeys: readonly PairMetricKey[] = Object.keys(pairMetrics) as PairMetricKey[];

/** The metrics that people see of so many pairs, in their order. */
export function shownPairMetrics(
  { positivePairs, negativePairs }: { positivePairs: number; negativePairs: number },
): readonly PairMetricKey[] {
  return pairMetricKeys.filter((key) =>
    !pairMetrics[key].needsEqualKinds || positivePairs === negativePairs
  );
}

/** Makes something of every metric, by its key. */
export function mapPairMetrics<Value>(
  make: (key: PairMetricKey) => Value,
): Record<PairMetricKey, Value> {
  const entries = pairMetricKeys.map((key) => [key, make(key)]);
  return Object.fromEntries(entries);
}

/**
 * Measures all metrics in one pass over the scores.
 *
 * @param places see `forEachPositive`
 */
export function scalarMetrics(
  scores: SortedScores,
  places?: Iterable<StepPlaces>,
): ScalarMetrics {
  const visitors = mapPairMetrics((key) => pairMetrics[key].measure(scores));
  forEachPositive(scores, Object.values(visitors), places);
  return mapPairMetrics((key) => visitors[key].result());
}
