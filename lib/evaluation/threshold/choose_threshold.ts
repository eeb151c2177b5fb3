import { calibrateThreshold } from "./calibrate_threshold.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { smallestSupportedFar } from "../../dataset/estimate/rule_of_three.ts";

/** A threshold and the false accept rate that it was chosen for. */
export interface ChosenThreshold {
  readonly threshold: number;
  readonly targetFar: number;
  /** The smallest that the negative pairs support. */
  readonly smallestFar: number;
}

/**
 * Chooses the threshold for a false accept rate, or, where there are too few negative pairs for it,
 * for the smallest rate that they support, at most one half.
 *
 * @param far above 0 and below 1
 * @throws {UserError} as `calibrateThreshold`
 */
export function chooseThreshold(scores: PairScores, far: number): ChosenThreshold {
  const smallest = smallestSupportedFar(scores.negatives.length);
  const targetFar = Math.max(far, Math.min(smallest, 0.5));
  return { threshold: calibrateThreshold(scores, targetFar), targetFar, smallestFar: smallest };
}
