import type { Text } from "../../language/user_message.ts";
import type { SortedScores } from "../scores/sort_scores.ts";
import type { StepVisitor } from "./for_each_positive.ts";

/** How people read a metric: a rate as a percentage, a score as a decimal number. */
export type MetricUnit = "rate" | "score";

/** What people read about a metric, wherever it is shown. */
export interface MetricDefinition {
  /** Its name, as tables show it. */
  readonly label: Text;
  /** How its value is written. */
  readonly unit: MetricUnit;
  /** What it means, in a few words. The report's summary shows the metrics that have it. */
  readonly meaning?: Text;
}

/** A number that tells how well scores separate positive pairs from negative pairs. */
export interface PairMetricDefinition extends MetricDefinition {
  /**
   * True for a metric that depends on how many pairs there are of each kind. People see it only where
   * there are as many positive pairs as negative ones; programs see it always.
   */
  readonly needsEqualKinds?: boolean;
  /** Starts the measurement, which `forEachPositive` feeds. */
  readonly measure: (scores: SortedScores) => StepVisitor<number>;
}
