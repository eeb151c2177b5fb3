import { smallestSupportedFar } from "../../dataset/estimate/supported_far.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { countScores, type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { supportOfScores } from "../scores/support_of_scores.ts";
import {
  errorRatesAt,
  firstRefused,
  nextFloat32,
  requireFarInRange,
} from "../scores/threshold_search.ts";
import { type OperatingPoint, operatingPoints } from "./operating_points.ts";

/** Chooses a threshold from scores. The choice and the bootstrap of its interval use the same one. */
export type ThresholdPolicy = (scores: SortedScores) => number;

/** A threshold, the policy that chose it, and the false accept rate that it was chosen for. */
export interface ChosenThreshold {
  /** Images count as the same identity if their similarity is at least the threshold. */
  readonly threshold: number;
  /** What chose the threshold. */
  readonly policy: ThresholdPolicy;
  /** The false accept rate that it was chosen for. */
  readonly targetFar: number;
  /** The smallest false accept rate that the identities of the negative pairs support. */
  readonly smallestFar: number;
}

/** A threshold that validation chose, and what was measured at it on held-out identities. */
export interface CalibratedThreshold extends Omit<ChosenThreshold, "policy"> {
  /** The fraction of held-out negative pairs that are accepted at the threshold. */
  readonly far: number;
  /** The fraction of held-out positive pairs that are rejected at the threshold. */
  readonly frr: number;
  /** Held-out pairs of one identity: what `frr` was measured on. */
  readonly positivePairs: number;
  /** Held-out pairs of two identities: what `far` was measured on. */
  readonly negativePairs: number;
  /** At most 200 other thresholds to choose from, ascending by threshold. */
  readonly operatingPoints: readonly OperatingPoint[];
}

/**
 * The policy that chooses the smallest threshold, in single precision, at which the measured false
 * accept rate is at most `far`.
 *
 * @param far above 0 and below 1; the policy throws a `UserError` if it is out of range
 */
export function thresholdAtFar(far: number): ThresholdPolicy {
  return (scores) => nextFloat32(firstRefused(scores, far));
}

/**
 * Chooses the threshold for a false accept rate. If there are too few identities for that rate,
 * chooses it for the smallest rate that they support, at most one half.
 *
 * @param far above 0 and below 1
 * @throws {UserError} if `far` is out of range, there is no positive pair, no negative pair, or a
 *   score is not a number
 */
export function chooseThreshold(scores: PairScores, far: number): ChosenThreshold {
  requireFarInRange(far);
  const smallestFar = smallestSupportedFar(supportOfScores(scores));
  const targetFar = Math.max(far, Math.min(smallestFar, 0.5));
  const policy = thresholdAtFar(targetFar);
  return { threshold: policy(sortScores(scores)), policy, targetFar, smallestFar };
}

/**
 * Measures the rates of a chosen threshold on held-out identities: rates measured where the threshold
 * was chosen would flatter it.
 *
 * @param pairs.validation the scores that the threshold was chosen by
 * @param pairs.heldOut the scores that its rates are measured on
 * @throws {UserError} if either has no positive pair, no negative pair, or a score that is NaN
 */
export function calibrate(
  { policy: _, ...chosen }: ChosenThreshold,
  pairs: { readonly validation: PairScores; readonly heldOut: PairScores },
): CalibratedThreshold {
  const validation = sortScores(pairs.validation), heldOut = sortScores(pairs.heldOut);
  return {
    ...chosen,
    ...errorRatesAt(heldOut, chosen.threshold),
    ...countScores(heldOut),
    operatingPoints: operatingPoints({ validation, heldOut }),
  };
}
