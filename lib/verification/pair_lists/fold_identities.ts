/**
 * Shares identities out to folds, none of them to two, so that the folds have about as many pairs of
 * one identity each: the identity with the most pairs first, always to the fold that has the fewest
 * pairs; those without a pair last, to the fold that has the fewest identities.
 *
 * @param identities for each identity, its pictures
 * @returns the identities of each fold
 */
export function foldIdentities<T>(identities: readonly T[][], folds: number): T[][][] {
  const parts = Array.from({ length: folds }, () => ({ pairs: 0, identities: [] as T[][] }));
  for (const pictures of identities.toSorted((a, b) => b.length - a.length)) {
    const pairs = pictures.length * (pictures.length - 1) / 2;
    const load = (part: typeof parts[0]) => pairs > 0 ? part.pairs : part.identities.length;
    const least = parts.reduce((least, part) => load(part) < load(least) ? part : least);
    least.identities.push(pictures);
    least.pairs += pairs;
  }
  return parts.map(({ identities }) => identities);
}
