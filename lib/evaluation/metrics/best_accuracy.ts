import type { PairScores } from "../scores/pair_scores.ts";
import { countOf, type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { forEachPositive, type StepVisitor } from "./for_each_positive.ts";
import type { PairMetricDefinition } from "./metric_definition.ts";

/** The best accuracy as a metric of the registry. */
export const accuracyMetric: PairMetricDefinition = {
  label: { en: "best accuracy", ja: "最良の正解率" },
  unit: "rate",
  // Of all pairs of a folder, nearly all are negative: to reject everything is right most of the time.
  needsEqualKinds: true,
  measure: (scores) => accuracyOf(accuracyVisitor(scores, {})),
};

/** The best balanced accuracy as a metric of the registry. */
export const balancedAccuracyMetric: PairMetricDefinition = {
  label: { en: "best balanced accuracy", ja: "最良の均衡正解率" },
  unit: "rate",
  measure: (scores) => accuracyOf(accuracyVisitor(scores, { balanced: true })),
};

/** An accuracy and where it is reached. */
export interface BestAccuracy {
  /** 0 to 1. */
  readonly accuracy: number;
  /** The highest threshold that reaches it; infinity, which rejects all, among them. */
  readonly threshold: number;
}

/** How pairs are weighted. */
export interface AccuracyOptions {
  /** Gives both kinds of pairs the same weight. */
  readonly balanced?: boolean;
}

/**
 * The largest fraction of pairs that one threshold decides correctly. With many negative pairs,
 * rejecting everything decides most pairs correctly; `balanced` does not reward that.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function bestAccuracy(scores: PairScores, options: AccuracyOptions = {}): BestAccuracy {
  const sorted = sortScores(scores), best = accuracyVisitor(sorted, options);
  forEachPositive(sorted, [best]);
  return best.result();
}

function accuracyOf({ visit, result }: StepVisitor<BestAccuracy>): StepVisitor<number> {
  return { visit, result: () => result().accuracy };
}

function accuracyVisitor(
  scores: SortedScores,
  { balanced = false }: AccuracyOptions,
): StepVisitor<BestAccuracy> {
  const positives = countOf(scores.positiveCounts, scores.positives.length);
  const negatives = countOf(scores.negativeCounts, scores.negatives.length);
  const [acceptWeight, rejectWeight] = balanced ? [negatives, positives] : [1, 1];
  // To reject all is as good as it gets above all positive pairs; and to go on below one, but not down
  // to the next, takes in negative pairs alone.
  let right = rejectWeight * negatives, threshold = Infinity;
  return {
    visit({ length, thresholds, trueAccepts, falseAccepts }) {
      const rightAt = (step: number) =>
        acceptWeight * trueAccepts[step]! + rejectWeight * (negatives - falseAccepts[step]!);
      // The best first and then where it is: a test at every step would be hard to predict.
      let best = right;
      for (let step = 0; step < length; step++) best = Math.max(best, rightAt(step));
      if (best === right) return;
      right = best;
      let step = 0;
      while (rightAt(step) < best) step++;
      threshold = thresholds[step]!;
    },
    result: () => ({
      accuracy: right / (acceptWeight * positives + rejectWeight * negatives),
      threshold,
    }),
  };
}
