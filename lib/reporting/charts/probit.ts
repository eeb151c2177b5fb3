import { probit as standardNormalQuantile } from "simple-statistics";

/** Rates further out are drawn here. */
export const smallestRate = 1e-6;

/**
 * A rate as the standard normal deviate that it is the distribution's share below: the scale of a DET
 * plot, on which normally distributed scores make a straight line.
 *
 * Source: Martin et al., The DET Curve in Assessment of Detection Task Performance, Eurospeech 1997.
 */
export function probit(rate: number): number {
  return standardNormalQuantile(Math.min(Math.max(rate, smallestRate), 1 - smallestRate));
}
