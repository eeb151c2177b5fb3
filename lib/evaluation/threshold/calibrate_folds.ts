import { concatenateScores } from "../scores/concatenate_scores.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { countAtLeast, rocPointAt } from "../scores/threshold_search.ts";
import {
  type CalibratedThreshold,
  chooseThreshold,
  type ChosenThreshold,
  type ThresholdPolicy,
} from "./calibrate.ts";
import { operatingPointPolicies } from "./operating_points.ts";

/** A threshold that all folds chose together, and its rates by cross-validation. */
export interface FoldCalibration {
  /** What the folds chose together. */
  readonly chosen: ChosenThreshold;
  /** The same with its rates: the pairs of each fold decided by the threshold of the other folds. */
  readonly calibrated: CalibratedThreshold;
  /** For each fold, the threshold that the other folds chose for the same rate. */
  readonly thresholds: readonly number[];
}

/** The pairs of a fold. */
export interface FoldScores {
  /** Those that choose a threshold: held-out images with each other, and with training images. */
  readonly choosing: PairScores;
  /** Those that measure it: held-out images with each other. */
  readonly heldOut: PairScores;
}

/**
 * Chooses a threshold on the pairs of all folds, and measures its rates without the flattery of pairs that
 * chose it: each fold is decided by the threshold that the same policy chooses on the others (Stone, 1974,
 * "Cross-validatory choice and assessment of statistical predictions"). Every other operating point is
 * measured in the same way.
 *
 * @param folds 2 or more
 * @param options.far the false accept rate to choose for, above 0 and below 1
 * @param options.identities how many identities all pairs that choose are worth, see `NegativeSupport`
 * @throws {UserError} if `far` is out of range, a fold has no positive or no negative pair, or a score is
 *   not a number
 */
export function calibrateFolds(
  folds: readonly FoldScores[],
  { far, identities }: { readonly far: number; readonly identities?: number },
): FoldCalibration {
  const own = folds.map(({ heldOut }) => sortScores(heldOut));
  const choosing = folds.map(({ choosing }) => choosing);
  const all = sortScores(concatenateScores(choosing, identities));
  const others = own.map((_, fold) => sortScores(concatenateScores(choosing.toSpliced(fold, 1))));
  const { policy, ...chosen } = chooseThreshold(all, far);
  const rates = (policy: ThresholdPolicy) => rejoin(own, others.map(policy));
  const count = (kind: "positives" | "negatives") =>
    own.reduce((sum, { [kind]: scores }) => sum + scores.length, 0);
  // Of policies that choose the same threshold, the first counts.
  const points = new Map(
    operatingPointPolicies(all).toReversed().map((policy) => [policy(all), policy]),
  );
  return {
    chosen: { ...chosen, policy },
    thresholds: others.map(policy),
    calibrated: {
      ...chosen,
      ...rates(policy),
      positivePairs: count("positives"),
      negativePairs: count("negatives"),
      operatingPoints: [...points].sort(([a], [b]) => a - b).map(([threshold, policy]) => ({
        threshold,
        validationFar: rocPointAt(all, threshold).far,
        ...rates(policy),
      })),
    },
  };
}

/** The rates over all folds, each decided by its own threshold. */
function rejoin(
  folds: readonly SortedScores[],
  thresholds: readonly number[],
): { far: number; frr: number } {
  const accepted = (kind: "positives" | "negatives") => {
    let count = 0, all = 0;
    for (const [fold, { [kind]: scores }] of folds.entries()) {
      count += countAtLeast(scores, thresholds[fold]!);
      all += scores.length;
    }
    return count / all;
  };
  return { far: accepted("negatives"), frr: 1 - accepted("positives") };
}
