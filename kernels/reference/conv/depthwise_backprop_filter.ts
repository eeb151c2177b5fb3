import { type ConvolutionGeometry, forEachTap } from "./for_each_tap.ts";

/**
 * Gradient of a depthwise convolution with respect to its filter, in double precision.
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
  forEachTap(geometry, (inPlace, outPlace, tap) => {
    for (let c = 0; c < channels; c++) {
      gradient[tap * channels + c]! += x[inPlace * channels + c]! * dy[outPlace * channels + c]!;
    }
  });
  return gradient;
}
