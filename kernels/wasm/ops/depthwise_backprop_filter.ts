import type * as tf from "@tensorflow/tfjs";
import { outputView } from "./output_view.ts";
import { depthwiseFilterGradient } from "./depthwise_filter_gradient.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * Gradient of a depthwise convolution with respect to its filter.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param dy `[n, outHeight, outWidth, channels]`
 * @returns `[filterHeight, filterWidth, channels, 1]`
 */
export function depthwiseBackpropFilter(
  program: WasmProgram,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const output = program.output(geometry.filterShape);
  depthwiseFilterGradient(program, {
    images: program.address(x),
    view: outputView(geometry, geometry.inChannels),
    dy: program.address(dy),
    to: output,
  });
  return output;
}
