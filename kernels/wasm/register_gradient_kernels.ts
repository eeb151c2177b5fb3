import * as tf from "@tensorflow/tfjs";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "./depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "./depthwise_backprop_input.ts";
import type { WasmProgram } from "./wasm_program.ts";

type Sizes = [number, number, number, number];
type Pair = [tf.Tensor4D, tf.Tensor4D];

/** One gradient kernel: which inputs it reads, and how it computes. */
interface GradientKernel {
  readonly name: string;
  readonly inputs: readonly [string, string];
  readonly depthwise: boolean;
  compute(
    program: WasmProgram,
    a: tf.Tensor4D,
    b: tf.Tensor4D,
    geometry: tf.backend_util.Conv2DInfo,
  ): tf.TensorInfo;
  /** Sizes of the convolution's input and filter, from the kernel's inputs and attributes. */
  sizes(inputs: Pair, attributes: { filterShape: Sizes; inputShape: Sizes }): [Sizes, Sizes];
}

const kernels: readonly GradientKernel[] = [
  {
    name: tf.Conv2DBackpropFilter,
    inputs: ["x", "dy"],
    depthwise: false,
    compute: conv2dBackpropFilter,
    sizes: ([x], { filterShape }) => [x.shape, filterShape],
  },
  {
    name: tf.Conv2DBackpropInput,
    inputs: ["dy", "filter"],
    depthwise: false,
    compute: conv2dBackpropInput,
    sizes: ([, filter], { inputShape }) => [inputShape, filter.shape],
  },
  {
    name: tf.DepthwiseConv2dNativeBackpropFilter,
    inputs: ["x", "dy"],
    depthwise: true,
    compute: (_, ...rest) => tf.tidy(() => depthwiseBackpropFilter(...rest)),
    sizes: ([x], { filterShape }) => [x.shape, filterShape],
  },
  {
    name: tf.DepthwiseConv2dNativeBackpropInput,
    inputs: ["dy", "filter"],
    depthwise: true,
    compute: (_, ...rest) => tf.tidy(() => depthwiseBackpropInput(...rest)),
    sizes: ([, filter], { inputShape }) => [inputShape, filter.shape],
  },
];

let registered = false;

/**
 * Registers the gradients of convolutions on TensorFlow.js's WebAssembly backend, which lacks three
 * of them and computes the fourth slowly.
 * Channels last, no dilation, a channel multiplier of 1.
 */
export function registerGradientKernels(program: WasmProgram): void {
  if (registered) return;
  registered = true;
  for (const kernel of kernels) {
    if (tf.getKernel(kernel.name, "wasm")) tf.unregisterKernel(kernel.name, "wasm");
    tf.registerKernel({
      kernelName: kernel.name,
      backendName: "wasm",
      kernelFunc: ({ inputs, attrs }) =>
        run(program, kernel, inputs, attrs as unknown as Attributes),
    });
  }
}

interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: "same" | "valid" | number;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  readonly filterShape: Sizes;
  readonly inputShape: Sizes;
}

function run(
  program: WasmProgram,
  kernel: GradientKernel,
  inputs: tf.NamedTensorInfoMap,
  attributes: Attributes,
): tf.TensorInfo {
  const pair = kernel.inputs.map((name) => inputs[name]) as Pair;
  const [input, filter] = kernel.sizes(pair, attributes);
  const geometry = tf.backend_util.computeConv2DInfo(
    input,
    filter,
    attributes.strides,
    1,
    attributes.pad,
    attributes.dimRoundingMode,
    kernel.depthwise,
  );
  return kernel.compute(program, ...pair, geometry);
}
