import type * as tf from "@tensorflow/tfjs";
import { scatteredProduct } from "./scattered_product.ts";
import type { WasmProgram } from "./wasm_program.ts";

/**
 * Gradient of a convolution with respect to its filter.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @returns `[filterHeight, filterWidth, inChannels, outChannels]`
 */
export function conv2dBackpropFilter(
  program: WasmProgram,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const { filterHeight, filterWidth, padInfo } = geometry;
  const output = program.output(geometry.filterShape);
  scatteredProduct(program, {
    images: program.address(x),
    imageHeight: geometry.inHeight,
    imageWidth: geometry.inWidth,
    channels: geometry.inChannels,
    grid: { n: geometry.batchSize, height: geometry.outHeight, width: geometry.outWidth },
    stride: geometry.strideHeight,
    taps: Array.from({ length: filterHeight * filterWidth }, (_, tap) => [
      Math.floor(tap / filterWidth) - padInfo.top,
      tap % filterWidth - padInfo.left,
    ]),
    places: program.address(dy),
    columns: geometry.outChannels,
    to: program.address(output),
  });
  return output;
}
