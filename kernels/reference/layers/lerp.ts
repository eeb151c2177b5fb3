/** Options of {@linkcode lerp}. */
export interface LerpOptions {
  /** The row of the target. */
  readonly row: number;
  /** The factor of the target. */
  readonly factor: number;
  /** The weight of the target in the result, 0 to 1. */
  readonly weight: number;
}

/**
 * Linear interpolation from values towards a row of others.
 *
 * @param from `[length]`
 * @param target `[rows, length]`
 */
export function lerp(
  from: ArrayLike<number>,
  target: ArrayLike<number>,
  { row, factor, weight }: LerpOptions,
): Float64Array {
  const moved = new Float64Array(from.length);
  for (let i = 0; i < moved.length; i++) {
    moved[i] = from[i]! * (1 - weight) + target[row * from.length + i]! * factor * weight;
  }
  return moved;
}
