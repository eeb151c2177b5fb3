import type { PairScores } from "../scores/pair_scores.ts";
import { rocPointAt } from "../scores/roc_point_at.ts";
import { sortScores } from "../scores/sort_scores.ts";

/**
 * Measures both errors at a threshold: a pair is accepted when its score is at least the threshold.
 *
 * @returns `far`, the share of negative pairs accepted, and `frr`, the share of positive pairs
 *   rejected, each 0 to 1
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function errorRatesAt(scores: PairScores, threshold: number): { far: number; frr: number } {
  const { far, frr } = rocPointAt(sortScores(scores), threshold);
  return { far, frr };
}
