import type * as tf from "@tensorflow/tfjs";
import { depthwiseDirect } from "./depthwise_direct.ts";
import { convOutputStrides } from "./output_strides.ts";
import { outputView } from "./output_view.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * A depthwise convolution, channels last, with as many output channels as input channels.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, 1]`
 * @returns `[n, outHeight, outWidth, channels]`
 */
export function depthwiseConv2d(
  program: WasmProgram,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const output = program.output(geometry.outShape);
  depthwiseDirect(program, {
    images: program.address(x),
    view: outputView(geometry, geometry.inChannels),
    filter: program.address(filter),
    to: convOutputStrides(geometry, program.address(output)),
  });
  return output;
}
