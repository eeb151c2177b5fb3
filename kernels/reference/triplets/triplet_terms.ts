/**
 * What a triplet adds to a loss, by x = d(a, p) - d(a, n) + margin.
 *
 * - `hinge`: max(0, x).
 * - `softplus`: log(1 + e^x), which is above 0 for every triplet.
 * - `count`: 1 for its positive and 1 for its negative pair, whatever x: no loss, but the number of
 *   triplets in which a pair stands.
 */
export type TripletTerm = "hinge" | "softplus" | "count";

/** How triplets over a matrix of distances count. */
export interface TripletTermsOptions {
  /** By how much a negative is to be farther than a positive. */
  readonly margin: number;
  readonly term: TripletTerm;
  /**
   * Takes min(d(a, n), d(p, n)) for d(a, n): of anchor and positive, the one that the negative is
   * nearer to. Wants distances among the same rows.
   */
  readonly swap: boolean;
}
