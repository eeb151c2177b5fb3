import type { SortedScores } from "./sort_scores.ts";

/**
 * Visits every distinct score of a positive pair, descending. Between two of them negative pairs alone
 * are accepted, which many figures need not see one by one.
 *
 * @param visit takes the score, how many positive pairs score at least that, and how many negative
 *   pairs score more than that and at least that
 */
export function walkPositives(
  { positives, negatives, positiveCount, negativeCount }: SortedScores,
  visit: (score: number, trueAccepts: number, falseAbove: number, falseAccepts: number) => void,
): void {
  let positive = positives.length, negative = negatives.length;
  while (positive > 0) {
    const score = positives[positive - 1]!;
    while (positive > 0 && positives[positive - 1] === score) positive--;
    while (negative > 0 && negatives[negative - 1]! > score) negative--;
    const falseAbove = negativeCount(negatives.length - negative);
    while (negative > 0 && negatives[negative - 1] === score) negative--;
    const trueAccepts = positiveCount(positives.length - positive);
    visit(score, trueAccepts, falseAbove, negativeCount(negatives.length - negative));
  }
}
