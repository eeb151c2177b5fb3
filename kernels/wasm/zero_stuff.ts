import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";

/**
 * Spreads a strided convolution's output gradient over its input grid, zeros between, and pads it so
 * that a stride 1 "valid" convolution with the flipped filter gives the input's gradient.
 *
 * Two paddings of matrices do it: `StridedSlice`, `Tile` and paddings of rank 6 are slow on this
 * backend.
 *
 * @param dy `[n, outHeight, outWidth, c]`
 * @returns `[n, inHeight + filterHeight - 1, inWidth + filterWidth - 1, c]`
 */
export function zeroStuff(dy: tf.Tensor4D, geometry: Conv2DGeometry): tf.Tensor4D {
  const { batchSize: n, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } =
    geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  const c = dy.shape[3];
  let height = outHeight, width = outWidth;
  let stuffed: tf.Tensor = dy;
  if (strideWidth > 1) {
    stuffed = tf.pad(tf.reshape(stuffed, [n * height * width, c]), [[0, 0], [
      0,
      (strideWidth - 1) * c,
    ]]);
    width *= strideWidth;
  }
  if (strideHeight > 1) {
    const row = width * c;
    stuffed = tf.pad(tf.reshape(stuffed, [n * height, row]), [[0, 0], [
      0,
      (strideHeight - 1) * row,
    ]]);
    height *= strideHeight;
  }
  const top = filterHeight - 1 - padInfo.top, left = filterWidth - 1 - padInfo.left;
  const bottom = inHeight + filterHeight - 1 - top - height;
  const right = inWidth + filterWidth - 1 - left - width;
  let image = tf.reshape(stuffed, [n, height, width, c]) as tf.Tensor4D;
  // The zeros after the last row and column may reach beyond the input.
  if (bottom < 0 || right < 0) {
    image = tf.slice(image, [0, 0, 0, 0], [
      n,
      height + Math.min(bottom, 0),
      width + Math.min(right, 0),
      c,
    ]);
  }
  return tf.pad(image, [[0, 0], [top, Math.max(bottom, 0)], [left, Math.max(right, 0)], [0, 0]]);
}
