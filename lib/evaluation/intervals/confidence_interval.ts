import { betaQuantile, studentQuantile } from "./quantiles.ts";

/** A confidence interval, from the lower to the upper end. */
export type ConfidenceInterval = readonly [lower: number, upper: number];

/** A statistic of resampled units, and how far it scatters. */
export interface Spread {
  /** What was measured. */
  readonly estimate: number;
  /** Its standard error. */
  readonly standardError: number;
  /** How many units were resampled: two or more. */
  readonly units: number;
}

/** Of a 95 % interval: below its upper end lies this part of the distribution. */
const UPPER = 0.975;

/** The quantile of the normal distribution. */
const NORMAL = 1.959963984540054;

/**
 * The 95 % confidence interval of a rate, such as a false accept rate or an area under a curve: that of
 * Clopper and Pearson for as many independent trials as the standard error is worth, `rate · (1 - rate) /
 * standardError²`, made fewer by the square of the normal quantile over Student's, since few units tell
 * the standard error only roughly.
 *
 * Source: Korn and Graubard, "Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data", Survey Methodology 24, 1998.
 *
 * @param spread.estimate the rate, 0 to 1
 * @param most how many independent trials there can be at most. A rate of 0 or 1 counts as that many:
 *   it has no standard error.
 * @returns ends from 0 to 1 that hold the rate
 */
export function rateInterval(
  { estimate, standardError, units }: Spread,
  most: number,
): ConfidenceInterval {
  const rate = Math.min(1, Math.max(0, estimate));
  const worth = rate * (1 - rate) / standardError ** 2;
  const trials = Math.min(most, worth > 0 ? worth : most) *
    (NORMAL / studentQuantile(UPPER, units - 1)) ** 2;
  const hits = rate * trials, misses = trials - hits;
  return [
    hits > 0 ? Math.min(rate, betaQuantile(1 - UPPER, hits, misses + 1)) : 0,
    misses > 0 ? Math.max(rate, betaQuantile(UPPER, hits + 1, misses)) : 1,
  ];
}
