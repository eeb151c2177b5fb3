import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";
import { zeroStuff } from "./zero_stuff.ts";

/**
 * Gradient of a depthwise convolution with respect to its input: the depthwise convolution of the
 * zero-stuffed gradient of the output with the flipped filter.
 *
 * @param dy `[n, outHeight, outWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, 1]`
 * @returns `[n, inHeight, inWidth, channels]`
 */
export function depthwiseBackpropInput(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  geometry: Conv2DGeometry,
): tf.Tensor4D {
  return tf.depthwiseConv2d(zeroStuff(dy, geometry), tf.reverse(filter, [0, 1]), 1, "valid");
}
