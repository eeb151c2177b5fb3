import type { TripletBand } from "./triplet_band.ts";
import { TripletPlanes } from "./triplet_planes.ts";
import type { TripletTermsOptions } from "./triplet_terms.ts";

/** Options of {@linkcode bandedTriplets}. */
export interface BandedTripletsOptions extends TripletTermsOptions {
  /** Which triplets count, by t = d(a, n) - d(a, p) of the miner's distances. */
  readonly band: TripletBand;
  /** Row i and column `self` + i are the same. */
  readonly self: number;
}

/**
 * Adds up all triplets of a row as anchor, a column of its label and a column of another, whose
 * t = d(a, n) - d(a, p) lies in a band. A column labelled below 0 is none.
 *
 * @param distances `[n, m]`, by which the loss is computed
 * @param mined `[n, m]`, by which the band selects
 * @param labels `[n]`
 * @param others `[m]`
 * @returns `[4, n, m]`: the derivative of the sum of losses by each distance; then, for anchor and
 * positive, the sum of losses, how many are above 0, and how many triplets there are
 */
export function bandedTriplets(
  distances: ArrayLike<number>,
  mined: ArrayLike<number>,
  labels: ArrayLike<number>,
  others: ArrayLike<number>,
  options: BandedTripletsOptions,
): Float64Array {
  const [n, m] = [labels.length, others.length];
  const { band: { above, upTo }, self } = options;
  const sums = new TripletPlanes(distances, n, m, options);
  for (let a = 0; a < n; a++) {
    for (let p = 0; p < m; p++) {
      if (p === a + self || others[p] !== labels[a]) continue;
      for (let q = 0; q < m; q++) {
        if (others[q] === labels[a] || others[q]! < 0) continue;
        const t = mined[a * m + q]! - mined[a * m + p]!;
        // The other way round a distance that is not a number would hide.
        if (!(t <= above || t > upTo)) sums.add(a, p, q, p);
      }
    }
  }
  return sums.planes;
}
