import * as tf from "@tensorflow/tfjs";
import { convolutionSignatures } from "../conv/convolution_signatures.ts";
import { conv2d } from "../reference/conv/conv2d.ts";
import { conv2dBackpropFilter } from "../reference/conv/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../reference/conv/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../reference/conv/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../reference/conv/depthwise_backprop_input.ts";
import { depthwiseConv2d } from "../reference/conv/depthwise_conv2d.ts";
import { withComputePrecision } from "../webgpu/matmul/compute_precision.ts";
import type { ConvCase } from "./conv_cases.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleTensor } from "./sample_values.ts";

/** A convolution, or a gradient of one. */
export type ConvKernel = keyof typeof convolutionSignatures;

/** The reference of each kernel, over its two inputs. */
export const convReferences = {
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2d,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
};

/** Every kernel. */
export const convKernels = Object.keys(convReferences) as readonly ConvKernel[];

/** Kernels that may compute in float16. */
export const denseKernels = convKernels.filter((key) => !convolutionSignatures[key].depthwise);

/** Sizes and paddings of a case. */
export function convGeometry(key: ConvKernel, convCase: ConvCase): tf.backend_util.Conv2DInfo {
  const { batch, size, filter, strides, pad, channels: [inputs, outputs] } = convCase;
  const { depthwise } = convolutionSignatures[key];
  return tf.backend_util.computeConv2DInfo(
    [batch, ...size, inputs],
    [...filter, inputs, depthwise ? 1 : outputs],
    strides,
    1,
    pad,
    "floor",
    depthwise,
  );
}

/**
 * A convolution or a gradient of one. A depthwise one takes as many channels as the case has inputs.
 *
 * @param gradientScale multiplies the gradient that comes in
 */
export function convCheck(key: ConvKernel, convCase: ConvCase, gradientScale = 1): KernelCheck {
  const { name, depthwise, inputs: names, output } = convolutionSignatures[key];
  const { filter, strides, pad, channels: [inputs, outputs] } = convCase;
  const geometry = convGeometry(key, convCase);
  const { inShape, outShape, filterShape } = geometry;
  const shapes = { x: inShape, dy: outShape, filter: filterShape };
  const attributes = {
    strides,
    pad,
    dimRoundingMode: "floor",
    dataFormat: "NHWC",
    dilations: [1, 1],
    ...output === "filter" ? { filterShape } : {},
    ...output === "x" ? { inputShape: inShape } : {},
  };
  // Products that are summed into one value.
  const depth = geometry.outShape.reduce((product, side) => product * side, 1) *
    filter[0] * filter[1] * (depthwise ? 1 : inputs) / tf.util.sizeFromShape(shapes[output]);
  return defineCheck({
    kernel: `${key} ${filter.join("x")}, stride ${strides.join("x")}, ` +
      (pad === "same" ? "" : `pad ${JSON.stringify(pad).replaceAll('"', "")}, `) +
      `[${inShape}]${depthwise ? "" : ` to ${outputs}`}`,
    tolerance: 2e-5 * Math.max(1, Math.sqrt(depth) / 16),
    inputs: () =>
      Object.fromEntries(names.map((name, i) => {
        const { values, shape } = sampleTensor(shapes[name], i);
        const scale = name === "dy" ? gradientScale : 1;
        return [name, { values: values.map((value) => scale * value), shape }];
      })),
    run: (tensors) => [
      tf.engine().runKernel(
        name,
        tensors,
        attributes as unknown as tf.NamedAttrMap,
      ) as tf.Tensor,
    ],
    expected(given) {
      const [a, b] = names.map((name) => given[name]!.values as Float32Array);
      return [convReferences[key](a!, b!, geometry)];
    },
  });
}

/** The same check in float16, whose sums of a hundred products round each value by up to a 2048th. */
export function inFloat16(check: KernelCheck): KernelCheck {
  return {
    ...check,
    kernel: `${check.kernel}, float16`,
    backend: "webgpu",
    float16: true,
    tolerance: 2e-2,
    run: (inputs) => withComputePrecision("f16", () => check.run(inputs)),
  };
}

function caseOf(stride: number, channels: readonly [number, number]): ConvCase {
  const shape = { batch: 2, size: [13, 11], filter: [3, 3], pad: "same" } as const;
  return { ...shape, channels, strides: [stride, stride] };
}

/** Convolutions and their gradients. */
export const convChecks: readonly KernelCheck[] = [
  ...convKernels.flatMap((key) => [1, 2].map((stride) => convCheck(key, caseOf(stride, [6, 7])))),
  ...denseKernels.map((key) => inFloat16(convCheck(key, caseOf(2, [6, 7])))),
  // So many channels that WebAssembly uses Winograd's algorithm.
  convCheck("conv2d", caseOf(1, [16, 17])),
  convCheck("conv2dBackpropInput", caseOf(1, [16, 17])),
];
