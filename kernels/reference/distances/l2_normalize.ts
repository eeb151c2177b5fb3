import type { Rows } from "./distance.ts";

/**
 * Divides every row by its Euclidean length. A row shorter than 1e-12 is divided by 1e-12, as
 * PyTorch's `normalize` does, so that a row of zeros stays a row of zeros.
 *
 * @returns `[n, d]`
 */
export function l2Normalize({ values, dimension: d }: Rows): Float64Array {
  const unit = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += d) {
    const length = rowNorm(values, start, d);
    for (let k = start; k < start + d; k++) unit[k] = values[k]! / Math.max(length, SHORTEST);
  }
  return unit;
}

/**
 * The gradient of {@linkcode l2Normalize}: (upstream - unit (unit . upstream)) / length. It is 0 for
 * rows shorter than 1e-12.
 *
 * @param upstream `[n, d]`: the gradient with respect to the normalized rows
 * @returns `[n, d]`: the gradient with respect to the rows
 */
export function l2NormalizeGradient(
  rows: Rows,
  upstream: Float32Array | Float64Array,
): Float64Array {
  const { values, dimension: d } = rows;
  const gradient = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += d) {
    const length = rowNorm(values, start, d);
    if (length < SHORTEST) continue;
    let along = 0;
    for (let k = start; k < start + d; k++) along += values[k]! * upstream[k]! / length;
    for (let k = start; k < start + d; k++) {
      gradient[k] = (upstream[k]! - values[k]! / length * along) / length;
    }
  }
  return gradient;
}

const SHORTEST = 1e-12;

function rowNorm(values: Rows["values"], start: number, d: number): number {
  let squared = 0;
  for (let k = start; k < start + d; k++) squared += values[k]! ** 2;
  return Math.sqrt(squared);
}
