import type { PairScores } from "../scores/pair_scores.ts";
import { sortScores } from "../scores/sort_scores.ts";
import { forEachPositive, type StepVisitor } from "./for_each_positive.ts";
import type { PairMetricDefinition } from "./metric_definition.ts";

/** `averagePrecision` as a metric of the registry. */
export const averagePrecisionMetric: PairMetricDefinition = {
  label: { en: "average precision", ja: "平均適合率" },
  unit: "score",
  measure: averagePrecisionVisitor,
};

/**
 * Average precision: the precision at every distinct score, weighed by the recall gained there,
 * without interpolation, as scikit-learn's `average_precision_score` defines it.
 *
 * @returns 0 to 1; chance is the fraction of positive pairs
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function averagePrecision(scores: PairScores): number {
  const precision = averagePrecisionVisitor();
  forEachPositive(sortScores(scores), [precision]);
  return precision.result();
}

function averagePrecisionVisitor(): StepVisitor<number> {
  let sum = 0, previousTrue = 0;
  return {
    visit({ length, trueAccepts, falseAccepts }) {
      // In variables of its own, since those that outlive a call are slow to change.
      let total = sum, previous = previousTrue;
      for (let step = 0; step < length; step++) {
        const accepted = trueAccepts[step]!;
        // Before the first pair that counts, zero is to be divided by one.
        total += (accepted - previous) * accepted / Math.max(1, accepted + falseAccepts[step]!);
        previous = accepted;
      }
      [sum, previousTrue] = [total, previous];
    },
    // Counts that are no whole numbers are rounded, and may pass 1 by the last bit.
    result: () => Math.min(1, sum / previousTrue),
  };
}
