import { detCurve } from "../evaluation/det_curve.ts";
import { errorRatesAt } from "../evaluation/error_rates_at.ts";
import { evaluatePairs } from "../evaluation/evaluate_pairs.ts";
import { precisionRecallCurve } from "../evaluation/precision_recall_curve.ts";
import { rocCurve } from "../evaluation/roc_curve.ts";
import { similarityHistogram } from "../evaluation/similarity_histogram.ts";
import type { SortedScores } from "../evaluation/sort_scores.ts";
import type { MeasuredPairs } from "./measured_pairs.ts";

/** Points that a drawn curve has, about. */
const resolution = 400;

/**
 * Figures and curves of scores, and the rates at a threshold.
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
