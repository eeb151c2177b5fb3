import type { SortedScores } from "../scores/sort_scores.ts";

/** Takes a threshold and how many positive and negative pairs it accepts. */
export type ThresholdVisitor = (
  threshold: number,
  trueAccepts: number,
  falseAccepts: number,
) => void;

/**
 * Visits the thresholds at which decisions change: first infinity, which accepts nothing, then every
 * distinct score, descending. A pair is accepted when its score is at least the threshold, so pairs
 * that tie are accepted together.
 */
export function forEachThreshold(scores: SortedScores, visit: ThresholdVisitor): void {
  const { positives, negatives } = scores;
  let positive = positives.length, negative = negatives.length;
  visit(Infinity, 0, 0);
  while (positive > 0 || negative > 0) {
    const threshold = Math.max(
      positive > 0 ? positives[positive - 1]! : -Infinity,
      negative > 0 ? negatives[negative - 1]! : -Infinity,
    );
    while (positive > 0 && positives[positive - 1] === threshold) positive--;
    while (negative > 0 && negatives[negative - 1] === threshold) negative--;
    visit(threshold, positives.length - positive, negatives.length - negative);
  }
}
