import type * as tf from "@tensorflow/tfjs";
import { gatheredProduct } from "./gathered_product.ts";
import type { WasmProgram } from "./wasm_program.ts";

/**
 * Gradient of a convolution with respect to its input. Input places that lie at the same offset from
 * the stride's grid meet the same taps: they are computed together.
 *
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, inHeight, inWidth, inChannels]`
 */
export function conv2dBackpropInput(
  program: WasmProgram,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = geometry;
  const { filterHeight, filterWidth, strideHeight: stride, padInfo } = geometry;
  const output = program.output(geometry.inShape);
  for (let row = 0; row < stride; row++) {
    for (let column = 0; column < stride; column++) {
      gatheredProduct(program, {
        images: program.address(dy),
        imageHeight: outHeight,
        imageWidth: outWidth,
        channels: outChannels,
        grid: {
          n: batchSize,
          height: Math.ceil((inHeight - row) / stride),
          width: Math.ceil((inWidth - column) / stride),
        },
        stride: 1,
        taps: Array.from({ length: filterHeight * filterWidth }, (_, tap) => ({
          row: (row + padInfo.top - Math.floor(tap / filterWidth)) / stride,
          column: (column + padInfo.left - tap % filterWidth) / stride,
          begin: tap * inChannels * outChannels,
        })).filter(({ row, column }) => Number.isInteger(row) && Number.isInteger(column)),
        right: { tensor: filter, columns: inChannels, rowStep: 1, columnStep: outChannels },
        to: {
          address: program.address(output) + 4 * (row * inWidth + column) * inChannels,
          image: inHeight * inWidth * inChannels,
          row: stride * inWidth * inChannels,
          place: stride * inChannels,
        },
      });
    }
  }
  return output;
}
