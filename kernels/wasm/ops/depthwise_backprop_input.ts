import type * as tf from "@tensorflow/tfjs";
import { depthwiseDirect } from "./depthwise_direct.ts";
import { inputViews } from "./input_views.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * Gradient of a depthwise convolution with respect to its input.
 *
 * @param dy `[n, outHeight, outWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, 1]`
 * @returns `[n, inHeight, inWidth, channels]`
 */
export function depthwiseBackpropInput(
  program: WasmProgram,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const output = program.output(geometry.inShape);
  const views = inputViews(geometry, geometry.inChannels, program.address(output));
  for (const { view, to } of views) {
    depthwiseDirect(program, {
      images: program.address(dy),
      view,
      filter: program.address(filter),
      to,
    });
  }
  return output;
}
