/**
 * What surrounds a picture so that a strided filter of odd size reaches its edges: as TensorFlow's
 * "same", which adds one more at the end where the sum is odd, or as PyTorch does, the same on all
 * sides.
 */
export type Padding = "same" | "symmetric";

/** The padding of a filter, in TensorFlow.js's terms. */
export function paddingFor(padding: Padding, size: number): "same" | number {
  return padding === "same" ? "same" : (size - 1) / 2;
}
