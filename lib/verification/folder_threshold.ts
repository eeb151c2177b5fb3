import { thresholdInterval } from "../evaluation/intervals/threshold_interval.ts";
import type { LabeledScores } from "../evaluation/scores/pair_scores.ts";
import type { SortedScores } from "../evaluation/scores/sort_scores.ts";
import { calibrate, chooseThreshold } from "../evaluation/threshold/calibrate.ts";
import { crossFitRates } from "../evaluation/threshold/cross_fit.ts";
import type { Calibration } from "../model_file/model_metadata.ts";

/** A threshold chosen on the pairs of a folder. Its rates are cross-fitted: see `crossFitRates`. */
export interface FolderThreshold extends Calibration {
  /** The false accept rate that was asked for; `targetFar` is higher if the pairs do not support it. */
  readonly askedFar: number;
  /** Identities of the folder that it was chosen on. */
  readonly identities: number;
}

/** For what a threshold is chosen, and how. */
export interface FolderThresholdOptions {
  /** The false accept rate that it may have; the smallest that the pairs support if they do not. */
  readonly far: number;
  /** A 32-bit integer that the samples depend on. */
  readonly seed: number;
  /** Called after each sample with the number of those done, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Chooses a threshold on the pairs of a folder, with its interval and the rates to expect on other
 * identities.
 *
 * @param scores all scores
 * @param labeled the same with their identities, or a sample of them
 * @returns null if there are fewer than four identities with pairs, too few to estimate its rates
 */
export function chooseFolderThreshold(
  scores: SortedScores,
  labeled: LabeledScores,
  { far, seed, onProgress }: FolderThresholdOptions,
): FolderThreshold | null {
  const chosen = chooseThreshold(scores, far), { policy, targetFar, smallestFar } = chosen;
  const rates = crossFitRates(labeled, policy, { seed });
  if (!rates) return null;
  const { positiveLabels, negativeLabels: [a, b] } = labeled;
  return {
    ...calibrate(chosen, { validation: scores, heldOut: scores }),
    ...rates,
    askedFar: far,
    thresholdInterval: targetFar < smallestFar
      ? null
      : thresholdInterval(labeled, { far: targetFar, seed, onProgress }),
    identities: new Set([...positiveLabels, ...a, ...b]).size,
  };
}
