import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";

/**
 * Gradient of a convolution with respect to its input. Input places that lie at the same offset from
 * the stride's grid meet the same taps, so that one stride 1 convolution of the output's gradient
 * computes all offsets side by side in its channels, which are then laid out in space. With stride 1
 * it is the convolution with the flipped filter.
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
  const { batchSize: n, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = geometry;
  const { strideHeight, strideWidth, filterHeight, filterWidth } = geometry;
  const { top, left } = padInfo;
  const firstRow = Math.floor(top / strideHeight), firstColumn = Math.floor(left / strideWidth);
  const rows = Math.floor((inHeight - 1 + top) / strideHeight) + 1 - firstRow;
  const columns = Math.floor((inWidth - 1 + left) / strideWidth) + 1 - firstColumn;
  const above = Math.ceil(filterHeight / strideHeight) - 1 - firstRow;
  const before = Math.ceil(filterWidth / strideWidth) - 1 - firstColumn;
  const padded = tf.pad(dy, [
    [0, 0],
    [above, firstRow + rows - outHeight],
    [before, firstColumn + columns - outWidth],
    [0, 0],
  ]);
  const offsets = tf.conv2d(padded, offsetFilter(filter, geometry), 1, "valid");
  if (strideHeight * strideWidth === 1) return offsets;
  const byRow = tf.reshape(offsets, [n * rows, columns, strideHeight, strideWidth * inChannels]);
  const image = tf.reshape(tf.transpose(byRow, [0, 2, 1, 3]), [
    n,
    rows * strideHeight,
    columns * strideWidth,
    inChannels,
  ]) as tf.Tensor4D;
  const begin = [0, top - firstRow * strideHeight, left - firstColumn * strideWidth, 0];
  return tf.slice(image, begin, [n, inHeight, inWidth, inChannels]);
}

/**
 * The flipped filter with the taps of each offset side by side.
 *
 * @returns `[ceil(filterHeight / strideHeight), ceil(filterWidth / strideWidth), outChannels,
 *   strideHeight * strideWidth * inChannels]`
 */
function offsetFilter(filter: tf.Tensor4D, geometry: Conv2DGeometry): tf.Tensor4D {
  const { filterHeight, filterWidth, inChannels, outChannels, strideHeight, strideWidth } =
    geometry;
  const turned = tf.reshape(tf.transpose(filter, [0, 1, 3, 2]), [-1, outChannels, inChannels]);
  const zeros = tf.zeros([outChannels, inChannels]);
  const tap = (i: number, j: number) => {
    if (i >= filterHeight || j >= filterWidth) return zeros;
    const matrix = tf.slice(turned, [i * filterWidth + j, 0, 0], [1, outChannels, inChannels]);
    return tf.reshape(matrix, [outChannels, inChannels]);
  };
  const height = Math.ceil(filterHeight / strideHeight);
  const width = Math.ceil(filterWidth / strideWidth);
  const taps: tf.Tensor[] = [];
  for (let u = height - 1; u >= 0; u--) {
    for (let v = width - 1; v >= 0; v--) {
      const sides: tf.Tensor[] = [];
      for (let r = 0; r < strideHeight; r++) {
        for (let c = 0; c < strideWidth; c++) {
          sides.push(tap(u * strideHeight + r, v * strideWidth + c));
        }
      }
      taps.push(sides.length === 1 ? sides[0]! : tf.concat(sides, 1));
    }
  }
  const channels = strideHeight * strideWidth * inChannels;
  return tf.reshape(tf.concat(taps, 0), [height, width, outChannels, channels]);
}
