import { type Distance, distanceBetween, type Rows } from "./distance.ts";

/**
 * The distance from every row of `a` to every row of `b`.
 *
 * @param a `[n, d]`
 * @param b `[m, d]`
 * @returns `[n, m]`, row by row
 */
export function pairwiseDistances(a: Rows, b: Rows, distance: Distance): Float64Array {
  const n = a.values.length / a.dimension;
  const m = b.values.length / b.dimension;
  const distances = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) distances[i * m + j] = distanceBetween(a, i, b, j, distance);
  }
  return distances;
}
