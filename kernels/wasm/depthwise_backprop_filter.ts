import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";
import { mapTaps } from "./map_taps.ts";

/**
 * Gradient of a depthwise convolution with respect to its filter, a tap at a time: the sum over
 * batch and places of what the tap sees times the gradient of the output.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param dy `[n, outHeight, outWidth, channels]`
 * @returns `[filterHeight, filterWidth, channels, 1]`
 */
export function depthwiseBackpropFilter(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  geometry: Conv2DGeometry,
): tf.Tensor4D {
  const taps = mapTaps(x, geometry, (seen) => tf.sum(tf.mul(seen, dy), [0, 1, 2]));
  return tf.reshape(tf.stack(taps), [
    geometry.filterHeight,
    geometry.filterWidth,
    geometry.inChannels,
    1,
  ]);
}
