import type { Calibration } from "../../model_file/model_metadata.ts";
import { chooseThreshold } from "./choose_threshold.ts";
import { errorRatesAt } from "../metrics/error_rates_at.ts";
import { operatingPoints } from "./operating_points.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { sortScores } from "../scores/sort_scores.ts";

/**
 * Chooses the threshold on validation identities and measures its rates on held-out identities: rates
 * measured where the threshold was chosen would flatter it.
 *
 * Where validation has too few negative pairs for `far`, `chooseThreshold` aims at another rate, told
 * as `targetFar`.
 *
 * @param pairs.far the false accept rate to aim at, above 0 and below 1
 * @throws {UserError} when `far` is out of range, or either set of scores has no positive pair, no
 *   negative pair, or a score that is NaN
 */
export function calibrate(
  pairs: {
    readonly validation: PairScores;
    readonly heldOut: PairScores;
    readonly far: number;
  },
): Calibration {
  const validation = sortScores(pairs.validation), heldOut = sortScores(pairs.heldOut);
  const chosen = chooseThreshold(validation, pairs.far);
  return {
    ...chosen,
    ...errorRatesAt(heldOut, chosen.threshold),
    positivePairs: heldOut.positives.length,
    negativePairs: heldOut.negatives.length,
    operatingPoints: operatingPoints({ validation, heldOut }),
  };
}
