import type { PairScores } from "../scores/pair_scores.ts";
import { countOf, type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { forEachPositive, type StepVisitor } from "./for_each_positive.ts";
import type { PairMetricDefinition } from "./metric_definition.ts";

/** `areaUnderCurve` as a metric of the registry. */
export const areaUnderCurveMetric: PairMetricDefinition = {
  label: { en: "AUC", ja: "AUC" },
  unit: "score",
  meaning: {
    en: "chance that a pair of one identity is more similar than a pair of two identities",
    ja: "同一のペアが異なるペアより似ていると判定される確率",
  },
  measure: areaVisitor,
};

/**
 * Area under the ROC curve (AUC): the chance that a positive pair scores higher than a negative one,
 * ties counting half. The same as scikit-learn's `roc_auc_score`.
 *
 * @returns 0 to 1, where 0.5 is chance
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function areaUnderCurve(scores: PairScores): number {
  const sorted = sortScores(scores), area = areaVisitor(sorted);
  forEachPositive(sorted, [area]);
  return area.result();
}

function areaVisitor(scores: SortedScores): StepVisitor<number> {
  const positives = countOf(scores.positiveCounts, scores.positives.length);
  const negatives = countOf(scores.negativeCounts, scores.negatives.length);
  // Twice the area in whole pairs, so that nothing is rounded before the division.
  let doubleArea = 0, previousTrue = 0;
  return {
    visit({ length, trueAccepts, falseAbove, falseAccepts }) {
      // In variables of its own, since those that outlive a call are slow to change.
      let area = doubleArea, previous = previousTrue;
      for (let step = 0; step < length; step++) {
        const lower = 2 * negatives - falseAbove[step]! - falseAccepts[step]!;
        area += (trueAccepts[step]! - previous) * lower;
        previous = trueAccepts[step]!;
      }
      [doubleArea, previousTrue] = [area, previous];
    },
    // Counts that are no whole numbers are rounded, and may pass 1 by the last bit.
    result: () => Math.min(1, doubleArea / 2 / positives / negatives),
  };
}
