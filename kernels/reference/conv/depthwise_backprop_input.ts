import { type ConvolutionGeometry, forEachTap } from "./for_each_tap.ts";

/**
 * Gradient of a depthwise convolution with respect to its input, in float64.
 *
 * @param dy `[n, outHeight, outWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, 1]`
 * @returns `[n, inHeight, inWidth, channels]`
 */
export function depthwiseBackpropInput(
  dy: Float32Array,
  filter: Float32Array,
  geometry: ConvolutionGeometry,
): Float64Array {
  const { batchSize, inHeight, inWidth, inChannels: channels } = geometry;
  const gradient = new Float64Array(batchSize * inHeight * inWidth * channels);
  forEachTap(geometry, (inPosition, outPosition, tap) => {
    for (let c = 0; c < channels; c++) {
      gradient[inPosition * channels + c]! += dy[outPosition * channels + c]! *
        filter[tap * channels + c]!;
    }
  });
  return gradient;
}
