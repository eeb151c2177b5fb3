import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { convolutionSignatures } from "../../conv/convolution_signatures.ts";
import { type ConvolutionKernels, readConvolution } from "../../conv/read_convolution.ts";
import { conv2d } from "./conv2d.ts";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "./depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "./depthwise_backprop_input.ts";
import { depthwiseConv2d } from "./depthwise_conv2d.ts";
import { replaceKernel } from "../../runtime/replace_kernel.ts";

const kernels: ConvolutionKernels<WebGPUBackend> = {
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2d,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
};

/**
 * Replaces the kernels of convolutions and their gradients on TensorFlow.js's WebGPU backend. Its own
 * still compute channels first, dilation and channel multipliers.
 */
export function registerConvolutions(): void {
  for (const key of Object.keys(kernels) as (keyof typeof kernels)[]) {
    const signature = convolutionSignatures[key];
    replaceKernel("webgpu", signature.name, (call) => {
      const { a, b, geometry } = readConvolution(signature, call);
      const { dataFormat, dilationHeight, dilationWidth, inChannels, outChannels } = geometry;
      if (dataFormat === "channelsFirst" || dilationHeight * dilationWidth > 1) return null;
      if (signature.depthwise && inChannels !== outChannels) return null;
      return kernels[key](call.backend as WebGPUBackend, a, b, geometry);
    });
  }
}
