import type { backend_util } from "@tensorflow/tfjs";
import type { GridView } from "./grid_view.ts";

/**
 * The view from a convolution's output positions on its input.
 *
 * @param tapSize elements of the filter per tap
 */
export function outputView(geometry: backend_util.Conv2DInfo, tapSize: number): GridView {
  const { filterHeight, filterWidth, dilationHeight, dilationWidth, padInfo } = geometry;
  return {
    imageHeight: geometry.inHeight,
    imageWidth: geometry.inWidth,
    channels: geometry.inChannels,
    grid: { n: geometry.batchSize, height: geometry.outHeight, width: geometry.outWidth },
    stride: [geometry.strideHeight, geometry.strideWidth],
    taps: Array.from({ length: filterHeight * filterWidth }, (_, tap) => ({
      row: Math.floor(tap / filterWidth) * dilationHeight - padInfo.top,
      column: tap % filterWidth * dilationWidth - padInfo.left,
      begin: tap * tapSize,
    })),
  };
}
