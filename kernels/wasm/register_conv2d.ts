import * as tf from "@tensorflow/tfjs";
import { conv2d } from "./conv2d.ts";
import { replaceKernel } from "./replace_kernel.ts";
import type { WasmProgram } from "./wasm_program.ts";

/** Registers the convolution on TensorFlow.js's WebAssembly backend: channels last, no dilation. */
export function registerConv2D(program: WasmProgram): void {
  replaceKernel(tf.Conv2D, (call, stock) => {
    const { x, filter } = call.inputs as unknown as { x: tf.Tensor4D; filter: tf.Tensor4D };
    const { strides, pad, dilations, dataFormat, dimRoundingMode } = call
      .attrs as unknown as tf.Conv2DAttrs;
    const geometry = tf.backend_util.computeConv2DInfo(
      x.shape,
      filter.shape,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      false,
      tf.backend_util.convertConv2DDataFormat(dataFormat),
    );
    const { strideHeight, strideWidth, dilationHeight, dilationWidth } = geometry;
    const plain = strideHeight === strideWidth && dilationHeight * dilationWidth === 1 &&
      geometry.dataFormat === "channelsLast" && x.dtype === "float32";
    return plain ? conv2d(program, x, filter, geometry) : stock(call);
  });
}
