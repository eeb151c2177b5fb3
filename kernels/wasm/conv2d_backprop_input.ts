import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";
import { zeroStuff } from "./zero_stuff.ts";

/**
 * Gradient of a convolution with respect to its input: the convolution of the zero-stuffed gradient
 * of the output with the flipped filter.
 *
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, inHeight, inWidth, inChannels]`
 */
export function conv2dBackpropInput(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  geometry: Conv2DGeometry,
): tf.Tensor4D {
  const flipped = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
  return tf.conv2d(zeroStuff(dy, geometry), flipped, 1, "valid");
}
