/** How pixels become a network's input: `(value / 255 - mean) / deviation`, a channel at a time. */
export interface Normalisation {
  /** Red, green and blue, on a scale of 0 to 1. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}
