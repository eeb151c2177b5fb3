/**
 * The distance of two rows.
 *
 * - `cosine`: 1 - dot product, which is the cosine distance of rows of unit length: 0 to 2.
 * - `euclidean`: the root of the sum of squared differences.
 * - `squared`: the sum of squared differences.
 */
export type Distance = "cosine" | "euclidean" | "squared";

/** Rows `[n, d]`, one after another. */
export interface Rows {
  /** The elements, row by row. */
  readonly values: Float32Array | Float64Array;
  /** Elements of a row, d. */
  readonly dimension: number;
}

/** The distance between row `i` of `a` and row `j` of `b`. */
export function distanceBetween(a: Rows, i: number, b: Rows, j: number, distance: Distance) {
  const d = a.dimension;
  let sum = 0;
  for (let k = 0; k < d; k++) {
    const x = a.values[i * d + k]!;
    const y = b.values[j * d + k]!;
    sum += distance === "cosine" ? x * y : (x - y) ** 2;
  }
  if (distance === "cosine") return 1 - sum;
  return distance === "euclidean" ? Math.sqrt(sum) : sum;
}

/**
 * Adds `scale` times the gradient of the distance between rows `i` and `j`, with respect to row `i`,
 * to row `i` of `gradient`. The Euclidean distance of equal rows has no slope: it
 * counts as 0.
 *
 * @param value the distance between the two rows
 */
export function addDistanceGradient(
  gradient: Float64Array,
  rows: Rows,
  i: number,
  j: number,
  distance: Distance,
  value: number,
  scale: number,
) {
  const { values, dimension: d } = rows;
  const slope = distance === "squared" ? 2 : value > 0 ? 1 / value : 0;
  for (let k = 0; k < d; k++) {
    const x = values[i * d + k]!;
    const y = values[j * d + k]!;
    gradient[i * d + k]! += scale * (distance === "cosine" ? -y : slope * (x - y));
  }
}
