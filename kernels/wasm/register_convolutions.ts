import type * as tf from "@tensorflow/tfjs";
import { convolutionSignatures } from "../convolution_signatures.ts";
import { readConvolution } from "../read_convolution.ts";
import { conv2d } from "./conv2d.ts";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "./depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "./depthwise_backprop_input.ts";
import { depthwiseConv2d } from "./depthwise_conv2d.ts";
import { replaceKernel } from "./replace_kernel.ts";
import { roomBytes, type WasmProgram } from "./wasm_program.ts";

type Compute = (
  program: WasmProgram,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
) => tf.TensorInfo;

const kernels: Record<keyof typeof convolutionSignatures, Compute> = {
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2d,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
};

/**
 * Registers convolutions and their gradients on TensorFlow.js's WebAssembly backend, which lacks three
 * of these gradients, computes the fourth slowly, and errs where a depthwise filter is smaller than
 * its stride. Channels last, depthwise as many of them out as in; others are left as they are.
 */
export function registerConvolutions(program: WasmProgram): void {
  for (const key of Object.keys(kernels) as (keyof typeof kernels)[]) {
    const signature = convolutionSignatures[key];
    replaceKernel(signature.name, (call, stock) => {
      const { a, b, geometry } = readConvolution(signature, call);
      const { dataFormat, inChannels, outChannels } = geometry;
      const ours = dataFormat === "channelsLast" && a.dtype === "float32" &&
        b.dtype === "float32" && (!signature.depthwise || inChannels === outChannels) &&
        4 * Math.max(inChannels, outChannels) <= roomBytes;
      return ours ? kernels[key](program, a, b, geometry) : stock(call);
    });
  }
}
