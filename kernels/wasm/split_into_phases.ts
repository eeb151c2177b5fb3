import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";

/**
 * Pads an input as the convolution does and splits its two inner axes by the stride: phase `[i][j]`
 * holds every `strideHeight`th row from `i` and every `strideWidth`th column from `j`. A tap of a
 * strided filter then sees one contiguous slice of one phase, where `StridedSlice` is slow.
 *
 * @param x `[a, inHeight, inWidth, b]`
 * @returns phases of `[a, rows, columns, b]`, with room for every tap
 */
export function splitIntoPhases(x: tf.Tensor4D, geometry: Conv2DGeometry): tf.Tensor4D[][] {
  const [a, inHeight, inWidth, b] = x.shape;
  const { strideHeight, strideWidth, outHeight, outWidth, filterHeight, filterWidth, padInfo } =
    geometry;
  const rows = outHeight + Math.ceil(filterHeight / strideHeight) - 1;
  const columns = outWidth + Math.ceil(filterWidth / strideWidth) - 1;
  const height = rows * strideHeight, width = columns * strideWidth;
  const { top, left } = padInfo;
  const bottom = Math.max(0, height - inHeight - top), right = Math.max(0, width - inWidth - left);
  let whole = x;
  if (top + bottom + left + right > 0) {
    whole = tf.pad(whole, [[0, 0], [top, bottom], [left, right], [0, 0]]);
  }
  if (whole.shape[1] !== height || whole.shape[2] !== width) {
    whole = tf.slice(whole, [0, 0, 0, 0], [a, height, width, b]);
  }
  if (strideHeight * strideWidth === 1) return [[whole]];
  const byRow = tf.reshape(whole, [a * rows, strideHeight, width * b]);
  return Array.from({ length: strideHeight }, (_, i) => {
    const phase = tf.slice(byRow, [0, i, 0], [a * rows, 1, width * b]);
    const byColumn = tf.reshape(phase, [a * rows * columns, strideWidth * b]);
    return Array.from({ length: strideWidth }, (_, j) => {
      const part = tf.slice(byColumn, [0, j * b], [a * rows * columns, b]);
      return tf.reshape(part, [a, rows, columns, b]) as tf.Tensor4D;
    });
  });
}
