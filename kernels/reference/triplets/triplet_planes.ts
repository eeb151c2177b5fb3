import type { TripletTermsOptions } from "./triplet_terms.ts";

/** Adds up triplets into planes `[4, n, m]`, see `bandedTriplets`. */
export class TripletPlanes {
  readonly planes: Float64Array;
  readonly #n: number;
  readonly #m: number;

  constructor(
    readonly distances: ArrayLike<number>,
    n: number,
    m: number,
    readonly options: TripletTermsOptions,
  ) {
    this.planes = new Float64Array(4 * n * m);
    this.#n = n;
    this.#m = m;
  }

  /** @param position which element of a row of the planes 1 to 3 counts the triplet */
  add(a: number, p: number, q: number, position: number): void {
    const { planes, distances, options: { margin, term, swap } } = this;
    const size = this.#n * this.#m;
    const positive = a * this.#m + p;
    let negative = a * this.#m + q;
    const swapped = p * this.#m + q;
    if (swap && distances[swapped]! < distances[negative]!) negative = swapped;
    const x = distances[positive]! - distances[negative]! + margin;
    const loss = term === "hinge"
      ? x > 0 ? x : 0
      : term === "softplus"
      ? Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
      : 0;
    const slope = term === "hinge"
      ? Number(x > 0)
      : term === "softplus"
      ? 1 / (1 + Math.exp(-x))
      : 1;
    planes[positive]! += slope;
    planes[negative]! -= slope;
    planes[size + a * this.#m + position]! += Number.isFinite(x) ? loss : NaN;
    planes[2 * size + a * this.#m + position]! += Number(loss > 0);
    planes[3 * size + a * this.#m + position]! += 1;
  }
}
