import { detCurve } from "../evaluation/curves/det_curve.ts";
import { evaluatePairs } from "../evaluation/metrics/evaluate_pairs.ts";
import { precisionRecallCurve } from "../evaluation/curves/precision_recall_curve.ts";
import { rocCurve } from "../evaluation/curves/roc_curve.ts";
import { similarityHistogram } from "../evaluation/curves/similarity_histogram.ts";
import type { SortedScores } from "../evaluation/scores/sort_scores.ts";
import { errorRatesAt } from "../evaluation/scores/threshold_search.ts";
import type { MeasuredPairs } from "./measured_pairs.ts";

/** About how many points a curve has. */
const resolution = 400;

/**
 * Metrics and curves of scores, and the rates at a threshold.
 *
 * @param threshold to decide by
 */
export function measureScores(
  scores: SortedScores,
  threshold: number,
): Pick<MeasuredPairs, "metrics" | "operatingPoint" | "curves"> {
  return {
    metrics: evaluatePairs(scores),
    operatingPoint: { threshold, ...errorRatesAt(scores, threshold) },
    curves: {
      roc: rocCurve(scores, { resolution }),
      precisionRecall: precisionRecallCurve(scores, { resolution }),
      det: detCurve(scores, { resolution }),
      histogram: similarityHistogram(scores),
    },
  };
}
