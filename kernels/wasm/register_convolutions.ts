import * as tf from "@tensorflow/tfjs";
import { conv2d } from "./conv2d.ts";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "./depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "./depthwise_backprop_input.ts";
import { depthwiseConv2d } from "./depthwise_conv2d.ts";
import { replaceKernel } from "./replace_kernel.ts";
import { roomBytes, type WasmProgram } from "./wasm_program.ts";

type Sizes = [number, number, number, number];

interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: "same" | "valid" | number | tf.backend_util.ExplicitPadding;
  readonly dilations?: number | [number, number];
  readonly dataFormat?: "NHWC" | "NCHW";
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  /** What a gradient is not given as an input. */
  readonly filterShape: Sizes;
  readonly inputShape: Sizes;
}

/** A convolution or a gradient of one. */
interface Convolution {
  readonly name: string;
  readonly inputs: readonly ["x", "filter"] | readonly ["x", "dy"] | readonly ["dy", "filter"];
  readonly depthwise: boolean;
  readonly compute: (
    program: WasmProgram,
    a: tf.TensorInfo,
    b: tf.TensorInfo,
    geometry: tf.backend_util.Conv2DInfo,
  ) => tf.TensorInfo;
}

const convolutions: readonly Convolution[] = [
  { name: tf.Conv2D, inputs: ["x", "filter"], depthwise: false, compute: conv2d },
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
    name: tf.DepthwiseConv2dNative,
    inputs: ["x", "filter"],
    depthwise: true,
    compute: depthwiseConv2d,
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

/**
 * Registers convolutions and their gradients on TensorFlow.js's WebAssembly backend, which lacks three
 * of these gradients, computes the fourth slowly, and errs where a depthwise filter is smaller than
 * its stride. Channels last, depthwise as many of them out as in; others are left as they are.
 */
export function registerConvolutions(program: WasmProgram): void {
  for (const { name, inputs, depthwise, compute } of convolutions) {
    replaceKernel(name, (call, stock) => {
      const attributes = call.attrs as unknown as Attributes;
      const { x, filter } = call.inputs;
      const geometry = tf.backend_util.computeConv2DInfo(
        x ? x.shape as Sizes : attributes.inputShape,
        filter ? filter.shape as Sizes : attributes.filterShape,
        attributes.strides,
        attributes.dilations ?? 1,
        attributes.pad,
        attributes.dimRoundingMode,
        depthwise,
        tf.backend_util.convertConv2DDataFormat(attributes.dataFormat ?? "NHWC"),
      );
      const [a, b] = inputs.map((name) => call.inputs[name]!) as [tf.TensorInfo, tf.TensorInfo];
      const { dataFormat, inChannels, outChannels } = geometry;
      const ours = dataFormat === "channelsLast" && a.dtype === "float32" &&
        b.dtype === "float32" && (!depthwise || inChannels === outChannels) &&
        4 * Math.max(inChannels, outChannels) <= roomBytes;
      return ours ? compute(program, a, b, geometry) : stock(call);
    });
  }
}
