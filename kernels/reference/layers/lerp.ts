/** How numbers move. */
export interface LerpOptions {
  /** Which row of the target they move towards. */
  readonly row: number;
  /** What the target is multiplied by. */
  readonly factor: number;
  /** Share of the target in what comes out, 0 to 1. */
  readonly weight: number;
}

/**
 * Numbers moved towards a row of others.
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
