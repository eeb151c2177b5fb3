/** Negative pairs, and how many identities they are worth. */
export interface NegativeSupport {
  /** Negative pairs. */
  readonly pairs: number;
  /**
   * How many identities would vary as much from sample to sample as those of the pairs do, if each
   * of them was compared with all others equally often. It is 2 · `pairs` if no identity is in two pairs.
   */
  readonly identities: number;
}

/** An identity's negative pairs, and how many identities there are that have as many. */
export type PairsOfIdentity = readonly [negativePairs: number, identities: number];

/**
 * How many identities negative pairs are worth: Kish's effective sample size, (Σ c)² / Σ c², with the
 * number c of negative pairs that each identity is in. That makes the variance of a false accept rate,
 * whose leading term is ζ Σ (c / pairs)² (Hoeffding's decomposition of a U-statistic), 4 ζ / identities.
 *
 * Sources: Kish, Survey Sampling, 1965; Hoeffding, "A class of statistics with asymptotically normal
 * distribution", 1948.
 */
export function negativeSupport(identities: Iterable<PairsOfIdentity>): NegativeSupport {
  let sum = 0, squares = 0;
  for (const [pairs, count] of identities) {
    sum += pairs * count;
    squares += pairs * pairs * count;
  }
  return { pairs: sum / 2, identities: squares > 0 ? sum * (sum / squares) : 0 };
}

/** Negative pairs none of which share an identity, or that are drawn as if none did. */
export function independentPairs(pairs: number): NegativeSupport {
  return { pairs, identities: 2 * pairs };
}

/**
 * What negative pairs of a list support.
 *
 * @param labels the identities of both images of each pair, in any order
 */
export function supportOfPairs(labels: Iterable<number>): NegativeSupport {
  const pairsOf = new Map<number, number>();
  for (const label of labels) pairsOf.set(label, (pairsOf.get(label) ?? 0) + 1);
  return negativeSupport(pairsOf.values().map((pairs): PairsOfIdentity => [pairs, 1]));
}

/**
 * What all negative pairs of images support: those of some identities against each other, and against
 * identities that join in.
 *
 * @param images how many identities have how many images
 * @param joined the same of identities that are compared with these, but not with each other
 */
export function supportOfImages(
  images: ReadonlyMap<number, number>,
  joined: ReadonlyMap<number, number> = new Map(),
): NegativeSupport {
  const count = (sizes: ReadonlyMap<number, number>) =>
    sizes.entries().reduce((sum, [size, identities]) => sum + size * identities, 0);
  const own = count(images), others = count(joined);
  return negativeSupport([
    ...Array.from(images, ([size, identities]): PairsOfIdentity => [
      size * (own - size + others),
      identities,
    ]),
    ...Array.from(joined, ([size, identities]): PairsOfIdentity => [size * own, identities]),
  ]);
}
