import { type ConvolutionGeometry, forEachTap } from "./for_each_tap.ts";

/**
 * Gradient of a depthwise convolution with respect to its filter, in float64.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param dy `[n, outHeight, outWidth, channels]`
 * @returns `[filterHeight, filterWidth, channels, 1]`
 */
export function depthwiseBackpropFilter(
  x: Float32Array,
  dy: Float32Array,
  geometry: ConvolutionGeometry,
): Float64Array {
  const { filterHeight, filterWidth, inChannels: channels } = geometry;
  const gradient = new Float64Array(filterHeight * filterWidth * channels);
  forEachTap(geometry, (inPosition, outPosition, tap) => {
    for (let c = 0; c < channels; c++) {
      gradient[tap * channels + c]! += x[inPosition * channels + c]! *
        dy[outPosition * channels + c]!;
    }
  });
  return gradient;
}
