import type * as tf from "@tensorflow/tfjs";
import { gatheredProduct } from "./gathered_product.ts";
import type { WasmProgram } from "./wasm_program.ts";

/**
 * A convolution, channels last, without dilation, with as many columns of stride as rows.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, outHeight, outWidth, outChannels]`
 */
export function conv2d(
  program: WasmProgram,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = geometry;
  const { filterHeight, filterWidth, strideHeight, padInfo } = geometry;
  const output = program.output(geometry.outShape);
  gatheredProduct(program, {
    images: program.address(x),
    imageHeight: inHeight,
    imageWidth: inWidth,
    channels: inChannels,
    grid: { n: batchSize, height: outHeight, width: outWidth },
    stride: strideHeight,
    taps: Array.from({ length: filterHeight * filterWidth }, (_, tap) => ({
      row: Math.floor(tap / filterWidth) - padInfo.top,
      column: tap % filterWidth - padInfo.left,
      begin: tap * inChannels * outChannels,
    })),
    right: { tensor: filter, columns: outChannels, rowStep: outChannels, columnStep: 1 },
    to: {
      address: program.address(output),
      image: outHeight * outWidth * outChannels,
      row: outWidth * outChannels,
      place: outChannels,
    },
  });
  return output;
}
