import type { SortedScores } from "../scores/sort_scores.ts";

/** Steps that are shown at a time. */
const STEPS = 1024;

/** What is accepted at descending thresholds, one per distinct score of a positive pair. */
export interface PositiveSteps {
  /** How many entries of each list are valid. */
  readonly length: number;
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

/** Where steps are in sorted scores: how many of the highest are accepted. It does not depend on counts. */
export interface StepPlaces {
  /** The distinct scores of positive pairs, descending. */
  readonly thresholds: Float64Array;
  /** Positive scores that are at least the threshold. */
  readonly trueAccepts: Uint32Array;
  /** Negative scores that are more than the threshold. */
  readonly falseAbove: Uint32Array;
  /** Negative scores that are at least the threshold. */
  readonly falseAccepts: Uint32Array;
}

/**
 * Visits every distinct score of a positive pair, descending. Between two of them only negative
 * pairs are accepted, which many metrics need not see one by one.
 *
 * @param places those of the scores, for scores that are counted in many ways
 */
export function forEachPositive(
  scores: SortedScores,
  visitors: readonly StepVisitor<unknown>[],
  places: Iterable<StepPlaces> = stepPlaces(scores),
): void {
  const { positiveCounts, negativeCounts } = scores;
  const trueAccepts = new Float64Array(STEPS);
  const falseAbove = new Float64Array(STEPS), falseAccepts = new Float64Array(STEPS);
  for (const at of places) {
    const { thresholds } = at;
    count(positiveCounts, at.trueAccepts, trueAccepts);
    count(negativeCounts, at.falseAbove, falseAbove);
    count(negativeCounts, at.falseAccepts, falseAccepts);
    const steps = { length: thresholds.length, thresholds, trueAccepts, falseAbove, falseAccepts };
    for (const visitor of visitors) visitor.visit(steps);
  }
}

/** Finds the places of steps, so many at a time. */
export function* stepPlaces({ positives, negatives }: SortedScores): Iterable<StepPlaces> {
  let positive = positives.length, negative = negatives.length;
  while (positive > 0) {
    const thresholds = new Float64Array(STEPS), trueAccepts = new Uint32Array(STEPS);
    const falseAbove = new Uint32Array(STEPS), falseAccepts = new Uint32Array(STEPS);
    let length = 0;
    for (; length < STEPS && positive > 0; length++) {
      const score = positives[positive - 1]!;
      while (positive > 0 && positives[positive - 1] === score) positive--;
      while (negative > 0 && negatives[negative - 1]! > score) negative--;
      thresholds[length] = score;
      trueAccepts[length] = positives.length - positive;
      falseAbove[length] = negatives.length - negative;
      while (negative > 0 && negatives[negative - 1] === score) negative--;
      falseAccepts[length] = negatives.length - negative;
    }
    yield {
      thresholds: thresholds.subarray(0, length),
      trueAccepts: trueAccepts.subarray(0, length),
      falseAbove: falseAbove.subarray(0, length),
      falseAccepts: falseAccepts.subarray(0, length),
    };
  }
}

function count(counts: Float64Array | undefined, places: Uint32Array, to: Float64Array): void {
  if (!counts) return to.set(places);
  for (let step = 0; step < places.length; step++) to[step] = counts[places[step]!]!;
}
