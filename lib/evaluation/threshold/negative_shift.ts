import type { LabeledScores } from "../scores/pair_scores.ts";
import type { OperatingPoint } from "./operating_points.ts";

/** How negative pairs differ from those that a model was measured on. */
export interface NegativeShift {
  /** A similarity. */
  readonly threshold: number;
  /** The fraction of held-out negative pairs that reach it. */
  readonly expected: number;
  /** The fraction of these negative pairs that reach it. */
  readonly found: number;
}

/**
 * Rates at which the two are compared. Near the threshold of a model, too few pairs are accepted to
 * tell another kind of images from a few identities that happen to look alike.
 */
const comparedRates = [0.1, 0.5];
/** The quantile of the normal distribution that leaves 0.1 % of both ends outside. */
const normalQuantile = 3.2905;
/** Odds that differ by less harm nobody, however certain the difference is. */
const leastOddsRatio = 2;

/**
 * Tells whether negative pairs are of another kind than those that a model was measured on, such as
 * images of another camera: then the model's error rates do not hold for them.
 *
 * At two similarities, which 10 % and 50 % of the held-out negative pairs reach, it compares the log
 * odds of the fractions that reach them, by a t-test. Pairs share identities, so that the variance
 * comes from the jackknife over identities; the held-out identities, of which only a table is known,
 * are taken to vary as these do.
 *
 * @param operatingPoints the table of the model
 * @param heldOutIdentities how many identities the table was measured on
 * @returns the first of them where the odds differ by a factor of two or more, and so much that chance
 *   alone does it once in a thousand times; null if none does, or there are fewer than three identities
 */
export function negativeShift(
  { negatives, negativeLabels, negativeWeights }: LabeledScores,
  operatingPoints: readonly OperatingPoint[],
  heldOutIdentities: number,
): NegativeShift | null {
  const [a, b] = negativeLabels;
  const totals = new Map<number, { reached: number; pairs: number }>();
  for (const label of [...a, ...b]) totals.set(label, { reached: 0, pairs: 0 });
  const identities = totals.size, known = Math.min(identities, heldOutIdentities);
  if (known < 3) return null;
  const limit = tQuantile(known - 1);
  for (const rate of comparedRates) {
    const point = operatingPoints.find(({ far }) => far <= rate);
    if (!point || point.far === 0) continue;
    const { threshold, far: expected } = point;
    const all = { reached: 0, pairs: 0 };
    for (const total of totals.values()) total.reached = total.pairs = 0;
    negatives.forEach((score, pair) => {
      const weight = negativeWeights?.[pair] ?? 1, reached = score >= threshold ? weight : 0;
      for (const total of [all, totals.get(a[pair]!)!, totals.get(b[pair]!)!]) {
        total.reached += reached;
        total.pairs += weight;
      }
    });
    const difference = logOdds(all.reached, all.pairs) - Math.log(expected / (1 - expected));
    const without = [...totals.values()]
      .filter(({ pairs }) => pairs < all.pairs)
      .map((own) => logOdds(all.reached - own.reached, all.pairs - own.pairs));
    const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
    // Of the log odds, times the number of identities.
    const variance = (identities - 1) *
      without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const error = Math.sqrt(variance * (1 / identities + 1 / heldOutIdentities));
    if (Math.abs(difference) > Math.max(limit * error, Math.log(leastOddsRatio))) {
      return { threshold, expected, found: all.reached / all.pairs };
    }
  }
  return null;
}

/** With half a pair more on both sides, so that none and all have odds too. */
function logOdds(reached: number, pairs: number): number {
  return Math.log((reached + 0.5) / (pairs - reached + 0.5));
}

/**
 * The quantile of Student's t-distribution that leaves 0.1 % of both ends outside.
 *
 * Source: the expansion of Fisher and Cornish, 1960; Abramowitz and Stegun, 26.7.5.
 */
function tQuantile(degrees: number): number {
  const z = normalQuantile;
  return z + (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}
