import { TripletPlanes } from "./triplet_planes.ts";
import type { TripletTermsOptions } from "./triplet_terms.ts";

/**
 * Adds up listed triplets: of row a, `positives[a, e]` and `negatives[a, e]`. One with -1 in it is
 * none.
 *
 * @param distances `[n, m]`
 * @param positives `[n, k]`, k at most m
 * @param negatives `[n, k]`
 * @returns `[4, n, m]`: the derivative of the sum of losses by each distance; then, for position e of a
 * row, the loss, whether it is above 0, and whether there is a triplet
 */
export function listedTriplets(
  distances: ArrayLike<number>,
  m: number,
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
  k: number,
  options: TripletTermsOptions,
): Float64Array {
  const n = distances.length / m;
  const sums = new TripletPlanes(distances, n, m, options);
  for (let a = 0; a < n; a++) {
    for (let e = 0; e < k; e++) {
      const [p, q] = [positives[a * k + e]!, negatives[a * k + e]!];
      if (p >= 0 && q >= 0) sums.add(a, p, q, e);
    }
  }
  return sums.planes;
}
