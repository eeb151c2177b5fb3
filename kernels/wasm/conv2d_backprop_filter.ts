import * as tf from "@tensorflow/tfjs";
import type { Conv2DGeometry } from "./conv2d_geometry.ts";
import { mapTaps } from "./map_taps.ts";

/**
 * Gradient of a convolution with respect to its filter, as one matrix product: what each tap sees of
 * the input, `[taps * inChannels, places]`, times the gradient of the output,
 * `[places, outChannels]`. The batch goes innermost in both, so that the gathering of what a tap sees
 * copies long runs.
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
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const places = dy.size / outChannels;
  const taps = mapTaps(
    tf.transpose(x, [3, 1, 2, 0]),
    geometry,
    (seen) => tf.reshape(seen, [inChannels, places]),
  );
  const gradient = tf.reshape(tf.transpose(dy, [1, 2, 0, 3]), [places, outChannels]);
  const product = tf.matMul(taps.length === 1 ? taps[0]! : tf.concat(taps, 0), gradient);
  return tf.reshape(product, [filterHeight, filterWidth, inChannels, outChannels]);
}
