import { type ConvolutionGeometry, forEachTap } from "./for_each_tap.ts";

/**
 * Depthwise convolution, in float64.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, 1]`
 * @returns `[n, outHeight, outWidth, channels]`
 */
export function depthwiseConv2d(
  x: Float32Array,
  filter: Float32Array,
  geometry: ConvolutionGeometry,
): Float64Array {
  const { batchSize, outHeight, outWidth, inChannels: channels } = geometry;
  const y = new Float64Array(batchSize * outHeight * outWidth * channels);
  forEachTap(geometry, (inPosition, outPosition, tap) => {
    for (let c = 0; c < channels; c++) {
      y[outPosition * channels + c]! += x[inPosition * channels + c]! * filter[tap * channels + c]!;
    }
  });
  return y;
}
