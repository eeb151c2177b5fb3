import { type ConvolutionGeometry, forEachTap } from "./for_each_tap.ts";

/**
 * Convolution, in float64.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, outHeight, outWidth, outChannels]`
 */
export function conv2d(
  x: Float32Array,
  filter: Float32Array,
  geometry: ConvolutionGeometry,
): Float64Array {
  const { batchSize, outHeight, outWidth, inChannels, outChannels } = geometry;
  const y = new Float64Array(batchSize * outHeight * outWidth * outChannels);
  forEachTap(geometry, (inPosition, outPosition, tap) => {
    for (let i = 0; i < inChannels; i++) {
      for (let o = 0; o < outChannels; o++) {
        y[outPosition * outChannels + o]! += x[inPosition * inChannels + i]! *
          filter[(tap * inChannels + i) * outChannels + o]!;
      }
    }
  });
  return y;
}
