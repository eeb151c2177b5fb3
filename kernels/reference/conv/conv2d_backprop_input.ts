import { type ConvolutionGeometry, forEachTap } from "./for_each_tap.ts";

/**
 * Gradient of a convolution with respect to its input, in float64.
 *
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, inHeight, inWidth, inChannels]`
 */
export function conv2dBackpropInput(
  dy: Float32Array,
  filter: Float32Array,
  geometry: ConvolutionGeometry,
): Float64Array {
  const { batchSize, inHeight, inWidth, inChannels, outChannels } = geometry;
  const gradient = new Float64Array(batchSize * inHeight * inWidth * inChannels);
  forEachTap(geometry, (inPosition, outPosition, tap) => {
    for (let i = 0; i < inChannels; i++) {
      for (let o = 0; o < outChannels; o++) {
        gradient[inPosition * inChannels + i]! += dy[outPosition * outChannels + o]! *
          filter[(tap * inChannels + i) * outChannels + o]!;
      }
    }
  });
  return gradient;
}
