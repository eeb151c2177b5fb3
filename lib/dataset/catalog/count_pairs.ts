/** How many identities have how many images: number of images -> number of identities. */
export type SizeHistogram = ReadonlyMap<number, number>;

/** Counts of what a set of images offers to training: exact, however large. */
export interface PairCounts {
  /** Unordered pairs of two images of one identity: Σ n(n-1)/2. */
  readonly positivePairs: bigint;
  /** Unordered pairs of images of two identities: T(T-1)/2 minus the positive pairs. */
  readonly negativePairs: bigint;
  /** Anchor, positive, and negative, where anchor and positive are ordered: Σ n(n-1)(T-n). */
  readonly triplets: bigint;
}

/** Counts pairs and triplets from the number of images: n of one identity, T in all. */
export function countPairs(sizes: SizeHistogram): PairCounts {
  const exact = Array.from(sizes, ([n, identities]) => [BigInt(n), BigInt(identities)] as const);
  const sum = (term: (n: bigint) => bigint) =>
    exact.reduce((total, [n, identities]) => total + identities * term(n), 0n);
  const images = sum((n) => n);
  const positivePairs = sum((n) => n * (n - 1n)) / 2n;
  return {
    positivePairs,
    negativePairs: images * (images - 1n) / 2n - positivePairs,
    triplets: sum((n) => n * (n - 1n) * (images - n)),
  };
}

/** Counts how many identities have the same number of images; identities without images do not count. */
export function sizeHistogram(imagesPerIdentity: Iterable<number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const n of imagesPerIdentity) if (n > 0) sizes.set(n, (sizes.get(n) ?? 0) + 1);
  return sizes;
}
