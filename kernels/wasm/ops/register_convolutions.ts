import { convolutionSignatures } from "../../conv/convolution_signatures.ts";
import { type ConvolutionKernels, readConvolution } from "../../conv/read_convolution.ts";
import { replaceKernel } from "../../runtime/replace_kernel.ts";
import { conv2d } from "./conv2d.ts";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "./depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "./depthwise_backprop_input.ts";
import { depthwiseConv2d } from "./depthwise_conv2d.ts";
import { tableBytes, type WasmProgram } from "../runtime/wasm_program.ts";

/** Convolutions and their gradients on WebAssembly. */
export const convolutionKernels: ConvolutionKernels<WasmProgram> = {
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2d,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
};

/**
 * Registers convolutions and their gradients on TensorFlow.js's WebAssembly backend. That lacks three of
 * these gradients, computes the fourth slowly, and is wrong if a depthwise filter is smaller than its
 * stride. Its own kernels still compute channels first and channel multipliers.
 */
export function registerConvolutions(program: WasmProgram): void {
  for (const key of Object.keys(convolutionKernels) as (keyof typeof convolutionKernels)[]) {
    const signature = convolutionSignatures[key];
    replaceKernel("wasm", signature.name, (call) => {
      const { a, b, geometry } = readConvolution(signature, call);
      const { dataFormat, inChannels, outChannels } = geometry;
      const ours = dataFormat === "channelsLast" && a.dtype === "float32" &&
        b.dtype === "float32" && (!signature.depthwise || inChannels === outChannels) &&
        4 * Math.max(inChannels, outChannels) <= tableBytes;
      return ours ? convolutionKernels[key](program, a, b, geometry) : null;
    });
  }
}
