import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";
import { splitIntoPhases } from "./split_into_phases.ts";

/**
 * Maps over a filter's taps, row by row, giving what each tap sees of the input.
 *
 * @param x `[a, inHeight, inWidth, b]`
 * @param map is given `[a, outHeight, outWidth, b]`
 */
export function mapTaps(
  x: tf.Tensor4D,
  geometry: Conv2DGeometry,
  map: (seen: tf.Tensor4D) => tf.Tensor,
): tf.Tensor[] {
  const { outHeight, outWidth, filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
  const [a, , , b] = x.shape;
  const phases = splitIntoPhases(x, geometry);
  return Array.from({ length: filterHeight * filterWidth }, (_, tap) => {
    const i = Math.floor(tap / filterWidth), j = tap % filterWidth;
    const phase = phases[i % strideHeight]![j % strideWidth]!;
    const begin = [0, Math.floor(i / strideHeight), Math.floor(j / strideWidth), 0];
    return map(tf.slice(phase, begin, [a, outHeight, outWidth, b]));
  });
}
