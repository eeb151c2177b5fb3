import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";

/**
 * Gradient of a depthwise convolution with respect to its filter, a tap at a time: the sum over
 * batch and places of the shifted input times the gradient of the output. The sum is a product with
 * a row of ones, the fastest reduction of this backend.
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
  const { batchSize: n, outHeight, outWidth, inChannels: c, filterHeight, filterWidth } = geometry;
  const { strideHeight, strideWidth } = geometry;
  const ones = tf.ones([1, n * outHeight * outWidth]) as tf.Tensor2D;
  const phases = splitIntoPhases(x, geometry);
  const taps: tf.Tensor[] = [];
  for (let i = 0; i < filterHeight; i++) {
    for (let j = 0; j < filterWidth; j++) {
      const phase = phases[i % strideHeight]![j % strideWidth]!;
      const begin = [0, Math.floor(i / strideHeight), Math.floor(j / strideWidth), 0];
      const shifted = tf.slice(phase, begin, [n, outHeight, outWidth, c]);
      const product = tf.reshape(tf.mul(shifted, dy), [n * outHeight * outWidth, c]);
      taps.push(tf.matMul(ones, product as tf.Tensor2D));
    }
  }
  return tf.reshape(tf.concat(taps, 0), [filterHeight, filterWidth, c, 1]);
}

/** The padded input's every `strideHeight`th row and `strideWidth`th column, from each start. */
function splitIntoPhases(x: tf.Tensor4D, geometry: Conv2DGeometry): tf.Tensor4D[][] {
  const { batchSize: n, inHeight, inWidth, inChannels: c, padInfo } = geometry;
  const { strideHeight, strideWidth, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const rows = outHeight + Math.ceil(filterHeight / strideHeight);
  const columns = outWidth + Math.ceil(filterWidth / strideWidth);
  const height = rows * strideHeight, width = columns * strideWidth;
  const bottom = Math.max(0, height - inHeight - padInfo.top);
  const right = Math.max(0, width - inWidth - padInfo.left);
  const padded = tf.pad(x, [[0, 0], [padInfo.top, bottom], [padInfo.left, right], [0, 0]]);
  const whole = tf.slice(padded, [0, 0, 0, 0], [n, height, width, c]);
  const byRow = tf.reshape(whole, [n * rows, strideHeight, width * c]) as tf.Tensor3D;
  return Array.from({ length: strideHeight }, (_, i) => {
    const phase = tf.slice(byRow, [0, i, 0], [n * rows, 1, width * c]);
    const byColumn = tf.reshape(phase, [n * rows * columns, strideWidth * c]) as tf.Tensor2D;
    return Array.from({ length: strideWidth }, (_, j) => {
      const part = tf.slice(byColumn, [0, j * c], [n * rows * columns, c]);
      return tf.reshape(part, [n, rows, columns, c]) as tf.Tensor4D;
    });
  });
}
