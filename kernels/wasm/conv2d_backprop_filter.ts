import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";

/**
 * Gradient of a convolution with respect to its filter, itself as one convolution: with channels in
 * the batch's place and the batch in the channels', the input is convolved by the output's gradient,
 * dilated by the stride.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @returns `[filterHeight, filterWidth, inChannels, outChannels]`
 */
export function conv2dBackpropFilter(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  geometry: Conv2DGeometry,
): tf.Tensor4D {
  const { filterHeight, filterWidth, inChannels, outChannels, padInfo } = geometry;
  const { strideHeight, strideWidth } = geometry;
  if (filterHeight * filterWidth * strideHeight * strideWidth === 1) {
    const columns = tf.transpose(tf.reshape(x, [-1, inChannels]));
    return tf.reshape(tf.matMul(columns, tf.reshape(dy, [-1, outChannels])), [
      1,
      1,
      inChannels,
      outChannels,
    ]);
  }
  const { top, bottom, left, right } = padInfo;
  const padded = tf.pad(tf.transpose(x, [3, 1, 2, 0]), [[0, 0], [top, bottom], [left, right], [
    0,
    0,
  ]]);
  const filter = tf.transpose(dy, [1, 2, 0, 3]) as tf.Tensor4D;
  const taps = tf.conv2d(padded as tf.Tensor4D, filter, 1, "valid", "NHWC", [
    strideHeight,
    strideWidth,
  ]);
  // Rows and columns that no window reaches make surplus taps.
  const used = tf.slice(taps, [0, 0, 0, 0], [inChannels, filterHeight, filterWidth, outChannels]);
  return tf.transpose(used, [1, 2, 0, 3]);
}
