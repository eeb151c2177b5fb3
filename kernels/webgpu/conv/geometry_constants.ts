import type { ConvolutionGeometry } from "../../reference/conv/for_each_tap.ts";

/** The WGSL constants of a convolution: all but the size of the batch. */
export function geometryConstants(geometry: ConvolutionGeometry): Record<string, number> {
  return {
    IN_HEIGHT: geometry.inHeight,
    IN_WIDTH: geometry.inWidth,
    IN_CHANNELS: geometry.inChannels,
    OUT_HEIGHT: geometry.outHeight,
    OUT_WIDTH: geometry.outWidth,
    OUT_CHANNELS: geometry.outChannels,
    FILTER_HEIGHT: geometry.filterHeight,
    FILTER_WIDTH: geometry.filterWidth,
    TAPS: geometry.filterHeight * geometry.filterWidth,
    STRIDE_HEIGHT: geometry.strideHeight,
    STRIDE_WIDTH: geometry.strideWidth,
    TOP: geometry.padInfo.top,
    LEFT: geometry.padInfo.left,
  };
}
