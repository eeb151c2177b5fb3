import type { PairScores } from "./pair_scores.ts";
import { sortScores } from "./sort_scores.ts";
import { walkThresholds } from "./walk_thresholds.ts";

/**
 * Equal error rate (EER): the rate at which as many negative pairs are accepted as positive pairs are
 * rejected, interpolated along the straight lines between the points of the ROC curve.
 *
 * @returns the rate, 0 to 1, and the threshold at which it is found, interpolated alike
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function equalErrorRate(scores: PairScores): { rate: number; threshold: number } {
  const sorted = sortScores(scores);
  const positives = sorted.positives.length, negatives = sorted.negatives.length;
  let before = { far: 0, frr: 1, threshold: Infinity };
  let found: { rate: number; threshold: number } | undefined;
  walkThresholds(sorted, (threshold, trueAccepts, falseAccepts) => {
    if (found) return;
    const here = {
      far: falseAccepts / negatives,
      frr: (positives - trueAccepts) / positives,
      threshold,
    };
    if (here.far >= here.frr) {
      const gapBefore = before.frr - before.far, gapHere = here.far - here.frr;
      const share = gapBefore / (gapBefore + gapHere);
      found = {
        rate: before.far + share * (here.far - before.far),
        threshold: Number.isFinite(before.threshold)
          ? before.threshold + share * (here.threshold - before.threshold)
          : here.threshold,
      };
    }
    before = here;
  });
  return found!;
}
