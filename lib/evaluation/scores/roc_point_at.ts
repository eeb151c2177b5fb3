import { countAtLeast } from "./count_at_least.ts";
import { countOf, type SortedScores } from "./sort_scores.ts";

/** Rates at a threshold, each 0 to 1; a pair is accepted when it scores at least the threshold. */
export interface RocPoint {
  /** False accept rate: the share of negative pairs accepted. */
  readonly far: number;
  /** True accept rate: the share of positive pairs accepted. */
  readonly tar: number;
  /** False reject rate: the share of positive pairs rejected. */
  readonly frr: number;
}

/** The point of the ROC curve at any threshold, in O(log n). */
export function rocPointAt(scores: SortedScores, threshold: number): RocPoint {
  const { positives, negatives, positiveCounts, negativeCounts } = scores;
  const falseAccepts = countOf(negativeCounts, countAtLeast(negatives, threshold));
  const trueAccepts = countOf(positiveCounts, countAtLeast(positives, threshold));
  const all = countOf(positiveCounts, positives.length);
  return {
    far: falseAccepts / countOf(negativeCounts, negatives.length),
    tar: trueAccepts / all,
    frr: (all - trueAccepts) / all,
  };
}
