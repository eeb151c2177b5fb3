import { type NegativeSupport, supportOfImages } from "./negative_support.ts";

/** How likely none of the pairs may be accepted at a rate that has support. */
const CHANCE = 0.05;

/** How much accepted pairs crowd on some identities, measured: see `chanceOfNone`. */
const CROWDING = 3;

/**
 * The smallest false accept rate that negative pairs support: if none of them is accepted, the true
 * rate is below it with 95 % confidence. For pairs that share no identity that is the rule of three,
 * 3 / pairs (Hanley and Lippman-Hand, JAMA 1983). Pairs that share identities support less: see
 * `chanceOfNone`.
 *
 * @returns above 0, at most 1
 */
export function smallestSupportedFar(support: NegativeSupport): number {
  if (!(chanceOfNone(1, support) <= CHANCE)) return 1;
  let low = Math.log(Number.MIN_VALUE), high = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chanceOfNone(Math.exp(middle), support) <= CHANCE) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}

/**
 * How likely none of the negative pairs is accepted at a true false accept rate.
 *
 * Accepted pairs crowd on identities that resemble others, so that their number scatters more than
 * independent pairs would: as a negative binomial of mean λ = far · pairs, which is 0 with the
 * probability (1 + v λ)^(-1 / v). The variance v between samples of identities is that of a
 * U-statistic, in proportion to 1 / identities, less what pairs that share nothing have; and it rises as
 * accepted pairs become rare. v = 3 far^(-1/4) (1 / identities - 1 / (2 · pairs)) is an empirical fit to
 * models of three sets of images, with 2 to 15 identities of 1 to 20 images. None is then accepted in
 * about 5 % of samples in the mean, in 0 to 14 % by set: `bench/RESULTS.md` has the study.
 */
export function chanceOfNone(far: number, { pairs, identities }: NegativeSupport): number {
  if (!(pairs > 0)) return 1;
  const expected = far * pairs;
  const shared = Math.max(0, 1 / identities - 1 / (2 * pairs));
  const variance = CROWDING * far ** -0.25 * shared;
  // The limit, where the quotient would lose its digits.
  return variance < 1e-9
    ? Math.exp(-expected)
    : Math.exp(-Math.log1p(variance * expected) / variance);
}

/** Identities that are planned. */
export interface PlannedIdentities {
  /** Images of each identity. */
  readonly images: number;
  /** Identities that are compared with these, but not with each other, by their number of images. */
  readonly joined?: ReadonlyMap<number, number>;
}

/**
 * How many identities a false accept rate needs: see `smallestSupportedFar`.
 *
 * @param far above 0 and below 1
 */
export function identitiesNeededFor(
  far: number,
  { images, joined }: PlannedIdentities,
): number {
  return firstThat((identities) =>
    supports(far, supportOfImages(new Map([[images, identities]]), joined))
  );
}

/** How many negative pairs a false accept rate needs, if they share identities as these do. */
export function negativesNeededFor(far: number, like: NegativeSupport): number {
  const identities = like.identities / like.pairs;
  return firstThat((pairs) => supports(far, { pairs, identities: identities * pairs }));
}

function supports(far: number, support: NegativeSupport): boolean {
  return chanceOfNone(far, support) <= CHANCE;
}

/** The smallest number from 1 on that fits, where all larger ones do as well. */
function firstThat(fits: (count: number) => boolean): number {
  let high = 1;
  while (!fits(high)) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}
