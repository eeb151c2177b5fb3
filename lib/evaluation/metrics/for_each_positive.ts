import { countOf, type SortedScores } from "../scores/sort_scores.ts";

/** Steps that are shown at a time. */
const STEPS = 1024;

/** What is accepted at descending thresholds, one per distinct score of a positive pair. */
export interface PositiveSteps {
  /** How many entries of each list are valid. */
  length: number;
  /** The distinct scores of positive pairs, descending. */
  readonly thresholds: Float64Array;
  /** Positive pairs that score at least the threshold. */
  readonly trueAccepts: Float64Array;
  /** Negative pairs that score more than the threshold. */
  readonly falseAbove: Float64Array;
  /** Negative pairs that score at least the threshold. */
  readonly falseAccepts: Float64Array;
}

/** Computes a metric from all steps. It sees each of them once. */
export interface StepVisitor<Result> {
  /**
   * Takes more steps.
   *
   * @param steps their arrays are reused for the next ones
   */
  visit(steps: PositiveSteps): void;
  /** The metric, after the last visit. */
  result(): Result;
}

/**
 * Visits every distinct score of a positive pair, descending. Between two of them only negative
 * pairs are accepted, which many metrics need not see one by one.
 */
export function forEachPositive(
  { positives, negatives, positiveCounts, negativeCounts }: SortedScores,
  visitors: readonly StepVisitor<unknown>[],
): void {
  const lists = Array.from({ length: 4 }, () => new Float64Array(STEPS));
  const [thresholds, trueAccepts, falseAbove, falseAccepts] = lists as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const steps = { length: 0, thresholds, trueAccepts, falseAbove, falseAccepts };
  let positive = positives.length, negative = negatives.length;
  while (positive > 0) {
    const score = positives[positive - 1]!, step = steps.length++;
    while (positive > 0 && positives[positive - 1] === score) positive--;
    while (negative > 0 && negatives[negative - 1]! > score) negative--;
    thresholds[step] = score;
    trueAccepts[step] = countOf(positiveCounts, positives.length - positive);
    falseAbove[step] = countOf(negativeCounts, negatives.length - negative);
    while (negative > 0 && negatives[negative - 1] === score) negative--;
    falseAccepts[step] = countOf(negativeCounts, negatives.length - negative);
    if (steps.length < STEPS && positive > 0) continue;
    for (const visitor of visitors) visitor.visit(steps);
    steps.length = 0;
  }
}
