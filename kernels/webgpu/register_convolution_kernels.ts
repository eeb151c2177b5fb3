import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { conv2d } from "./conv2d.ts";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "./depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "./depthwise_backprop_input.ts";
import { depthwiseConv2d } from "./depthwise_conv2d.ts";
import { type KernelCall, replaceKernel } from "./replace_kernel.ts";

type Sizes = [number, number, number, number];

/** One kernel: which inputs it reads, and how it computes. */
interface ConvolutionKernel {
  readonly name: string;
  readonly inputs: readonly [string, string];
  readonly depthwise: boolean;
  compute(
    backend: WebGPUBackend,
    a: tf.TensorInfo,
    b: tf.TensorInfo,
    geometry: tf.backend_util.Conv2DInfo,
  ): tf.TensorInfo;
}

interface Attributes {
  readonly strides: number | [number, number];
  readonly dilations?: number | [number, number];
  readonly pad: "same" | "valid" | number | tf.backend_util.ExplicitPadding;
  readonly dataFormat?: "NHWC" | "NCHW";
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  /** Of a gradient with respect to the filter; the others have the filter. */
  readonly filterShape: Sizes;
  /** Of a gradient with respect to the input; the others have the input. */
  readonly inputShape: Sizes;
}

const kernels: readonly ConvolutionKernel[] = [
  {
    name: tf.Conv2D,
    inputs: ["x", "filter"],
    depthwise: false,
    compute: conv2d,
  },
  {
    name: tf.DepthwiseConv2dNative,
    inputs: ["x", "filter"],
    depthwise: true,
    compute: depthwiseConv2d,
  },
  {
    name: tf.Conv2DBackpropFilter,
    inputs: ["x", "dy"],
    depthwise: false,
    compute: conv2dBackpropFilter,
  },
  {
    name: tf.Conv2DBackpropInput,
    inputs: ["dy", "filter"],
    depthwise: false,
    compute: conv2dBackpropInput,
  },
  {
    name: tf.DepthwiseConv2dNativeBackpropFilter,
    inputs: ["x", "dy"],
    depthwise: true,
    compute: depthwiseBackpropFilter,
  },
  {
    name: tf.DepthwiseConv2dNativeBackpropInput,
    inputs: ["dy", "filter"],
    depthwise: true,
    compute: depthwiseBackpropInput,
  },
];

let registered = false;

/**
 * Registers convolutions and their gradients on TensorFlow.js's WebGPU backend in place of its own.
 * Channels first, dilation and channel multipliers are left to its own.
 */
export function registerConvolutionKernels(): void {
  if (registered) return;
  registered = true;
  for (const kernel of kernels) replaceKernel(kernel.name, (call) => run(kernel, call));
}

/** @returns null where the kernel cannot compute it */
function run(
  kernel: ConvolutionKernel,
  { inputs, attrs, backend }: KernelCall,
): tf.TensorInfo | null {
  const attributes = attrs as unknown as Attributes;
  const [a, b] = kernel.inputs.map((name) => inputs[name]!) as [tf.TensorInfo, tf.TensorInfo];
  const geometry = tf.backend_util.computeConv2DInfo(
    attributes.inputShape ?? a.shape as Sizes,
    attributes.filterShape ?? b.shape as Sizes,
    attributes.strides,
    attributes.dilations ?? 1,
    attributes.pad,
    attributes.dimRoundingMode,
    kernel.depthwise,
    attributes.dataFormat === "NCHW" ? "channelsFirst" : "channelsLast",
  );
  const { dataFormat, dilationHeight, dilationWidth, inChannels, outChannels } = geometry;
  if (dataFormat === "channelsFirst" || dilationHeight * dilationWidth > 1) return null;
  if (kernel.depthwise && inChannels !== outChannels) return null;
  return kernel.compute(backend as WebGPUBackend, a, b, geometry);
}
