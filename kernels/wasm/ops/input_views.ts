import type { backend_util } from "@tensorflow/tfjs";
import type { GridView } from "./grid_view.ts";
import type { OutputStrides } from "./output_strides.ts";

/**
 * The views from a convolution's input positions on the gradient of its output. Positions at the same
 * offset from the stride's grid meet the same taps, so there is a view for each offset.
 *
 * @param tapSize elements of the filter per tap
 * @param input the address of the gradient of the input
 */
export function inputViews(
  geometry: backend_util.Conv2DInfo,
  tapSize: number,
  input: number,
): { view: GridView; to: OutputStrides }[] {
  const { batchSize, inHeight, inWidth, inChannels, filterHeight, filterWidth, padInfo } = geometry;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth } = geometry;
  return Array.from({ length: strideHeight * strideWidth }, (_, offset) => {
    const row = Math.floor(offset / strideWidth), column = offset % strideWidth;
    const taps = Array.from({ length: filterHeight * filterWidth }, (_, tap) => ({
      row: (row + padInfo.top - Math.floor(tap / filterWidth) * dilationHeight) / strideHeight,
      column: (column + padInfo.left - tap % filterWidth * dilationWidth) / strideWidth,
      begin: tap * tapSize,
    }));
    return {
      view: {
        imageHeight: geometry.outHeight,
        imageWidth: geometry.outWidth,
        channels: geometry.outChannels,
        grid: {
          n: batchSize,
          height: Math.ceil((inHeight - row) / strideHeight),
          width: Math.ceil((inWidth - column) / strideWidth),
        },
        stride: [1, 1],
        taps: taps.filter(({ row, column }) => Number.isInteger(row) && Number.isInteger(column)),
      },
      to: {
        address: input + 4 * (row * inWidth + column) * inChannels,
        image: inHeight * inWidth * inChannels,
        row: strideHeight * inWidth * inChannels,
        position: strideWidth * inChannels,
      },
    };
  });
}
