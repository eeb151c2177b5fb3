import type * as tf from "@tensorflow/tfjs";
import { outputView } from "./output_view.ts";
import { filterGradientGemm } from "./filter_gradient_gemm.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

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
  const { inChannels, outChannels } = geometry;
  const output = program.output(geometry.filterShape);
  filterGradientGemm(program, {
    images: program.address(x),
    view: outputView(geometry, inChannels * outChannels),
    dy: program.address(dy),
    columns: outChannels,
    to: program.address(output),
  });
  return output;
}
