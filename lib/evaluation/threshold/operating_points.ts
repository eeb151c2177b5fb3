import type { OperatingPoint } from "../../model_file/model_metadata.ts";
import { calibrateThreshold } from "./calibrate_threshold.ts";
import { errorRatesAt } from "../metrics/error_rates_at.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { smallestSupportedFar } from "../../dataset/estimate/rule_of_three.ts";
import { sortScores } from "../scores/sort_scores.ts";

/** 0.95, 0.9, ... 0.1, 0.095, ... 0.0001: any rate of one digit is there exactly. */
const FALSE_ACCEPT_RATES = [1, 2, 3, 4].flatMap((decade) =>
  Array.from({ length: 18 }, (_, step) => Number(`${(step + 2) / 2}e-${decade}`))
);

/**
 * A table of at most 200 thresholds, ascending: those that validation chooses for the usual false
 * accept rates, as far as it can support them; those that cut off every hundredth of its positive
 * pairs; and one beyond all scores at either end.
 *
 * @param pairs.validation scores that a threshold is chosen by
 * @param pairs.heldOut scores that its rates are measured on
 * @throws {UserError} when either has no positive pair, no negative pair, or a score that is NaN
 */
export function operatingPoints(
  pairs: { readonly validation: PairScores; readonly heldOut: PairScores },
): OperatingPoint[] {
  const validation = sortScores(pairs.validation), heldOut = sortScores(pairs.heldOut);
  const { positives, negatives } = validation;
  const thresholds = new Set<number>([-1, 1.0001].map(Math.fround));
  const smallest = Math.min(smallestSupportedFar(negatives.length), 0.5);
  for (const far of [smallest, ...FALSE_ACCEPT_RATES.filter((far) => far > smallest)]) {
    thresholds.add(calibrateThreshold(validation, far));
  }
  for (let percent = 0; percent < 100; percent++) {
    thresholds.add(positives[Math.floor(positives.length * percent / 100)]!);
  }
  return [...thresholds].sort((a, b) => a - b).map((threshold) => ({
    threshold,
    validationFar: errorRatesAt(validation, threshold).far,
    ...errorRatesAt(heldOut, threshold),
  }));
}
