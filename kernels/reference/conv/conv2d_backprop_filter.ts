import { type ConvolutionGeometry, forEachTap } from "./for_each_tap.ts";

/**
 * Gradient of a convolution with respect to its filter, in float64.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @returns `[filterHeight, filterWidth, inChannels, outChannels]`
 */
export function conv2dBackpropFilter(
  x: Float32Array,
  dy: Float32Array,
  geometry: ConvolutionGeometry,
): Float64Array {
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const gradient = new Float64Array(filterHeight * filterWidth * inChannels * outChannels);
  forEachTap(geometry, (inPosition, outPosition, tap) => {
    for (let i = 0; i < inChannels; i++) {
      for (let o = 0; o < outChannels; o++) {
        gradient[(tap * inChannels + i) * outChannels + o]! += x[inPosition * inChannels + i]! *
          dy[outPosition * outChannels + o]!;
      }
    }
  });
  return gradient;
}
