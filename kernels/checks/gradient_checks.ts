import * as tf from "@tensorflow/tfjs";
import { batchNorm } from "../batch_norm/batch_norm.ts";
import type { Activation } from "../reference/layers/activation.ts";
import { batchNorm as plainBatchNorm, batchNormGradient } from "../reference/layers/batch_norm.ts";
import { conv2d } from "../reference/conv/conv2d.ts";
import { conv2dBackpropFilter } from "../reference/conv/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../reference/conv/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../reference/conv/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../reference/conv/depthwise_backprop_input.ts";
import { depthwiseConv2d } from "../reference/conv/depthwise_conv2d.ts";
import { matMul } from "../reference/layers/mat_mul.ts";
import * as plain from "../reference/layers/squeeze_excite.ts";
import { withComputePrecision } from "../webgpu/matmul/compute_precision.ts";
import { squeezeExcite } from "../webgpu/squeeze_excite/squeeze_excite.ts";
import type { KernelCheck } from "./kernel_check.ts";
import { sampleValues } from "./sample_numbers.ts";

type Sizes = [number, number, number, number];

/** One convolution, and its gradients by its input and by its filter. */
function convolutionCheck(depthwise: boolean, strides: 1 | 2, inputs: number): KernelCheck {
  const outputs = depthwise ? 1 : inputs + 1;
  const inputShape: Sizes = [2, 13, 11, inputs], filterShape: Sizes = [3, 3, inputs, outputs];
  const geometry = tf.backend_util
    .computeConv2DInfo(inputShape, filterShape, strides, 1, "same", "floor", depthwise);
  const numbers = (shape: readonly number[], seed: number) =>
    sampleValues(shape.reduce((size, length) => size * length, 1), seed);
  const x = numbers(inputShape, 1), filter = numbers(filterShape, 2);
  const dy = numbers(geometry.outShape, 3);
  const run = () => {
    const { value, grads } = tf.valueAndGrads((x, filter) =>
      depthwise
        ? tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, "same")
        : tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, "same")
    )(
      [tf.tensor4d(x, inputShape), tf.tensor4d(filter, filterShape)],
      tf.tensor4d(dy, geometry.outShape),
    );
    return [value, ...grads];
  };
  const forward = depthwise ? depthwiseConv2d : conv2d;
  const ofInput = depthwise ? depthwiseBackpropInput : conv2dBackpropInput;
  const ofFilter = depthwise ? depthwiseBackpropFilter : conv2dBackpropFilter;
  return {
    kernel: `${depthwise ? "depthwise " : ""}convolution and its gradients, ${inputs} channels, ` +
      `stride ${strides}`,
    tolerance: 1e-4,
    run,
    expected: () => [
      forward(x, filter, geometry),
      ofInput(dy, filter, geometry),
      ofFilter(x, dy, geometry),
    ],
  };
}

/** BatchNorm with its activation, and its gradients. */
function batchNormCheck(activation: Activation, channels: number): KernelCheck {
  const rows = 301, epsilon = 1e-3;
  const x = sampleValues(rows * channels, 4), dy = sampleValues(rows * channels, 5);
  const scale = sampleValues(channels, 6), offset = sampleValues(channels, 7);
  const inputs = { x, scale, offset, epsilon, activation };
  return {
    kernel: `batch norm, ${activation}`,
    tolerance: 1e-4,
    run() {
      const given = [tf.tensor2d(x, [rows, channels]), tf.tensor1d(scale), tf.tensor1d(offset)];
      const normalise = (x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor) =>
        batchNorm(x, scale, offset, { epsilon, activation }, () => {});
      const [a, b, c] = given as [tf.Tensor, tf.Tensor, tf.Tensor];
      const slopes = tf.grads((...all) => normalise(...all as [tf.Tensor, tf.Tensor, tf.Tensor]));
      return [normalise(a, b, c), ...slopes(given, tf.tensor2d(dy, [rows, channels]))];
    },
    expected() {
      const { dx, sums } = batchNormGradient(inputs, dy);
      return [plainBatchNorm(inputs).y, dx, sums.slice(channels), sums.slice(0, channels)];
    },
  };
}

/** Squeeze-and-excitation and its gradients. */
function squeezeExciteCheck(channels: number, units: number): KernelCheck {
  const shape: Sizes = [3, 5, 4, channels], size = 3 * 20 * channels;
  const inputs = {
    shape: [3, 20, channels] as const,
    x: sampleValues(size, 1),
    reduce: sampleValues(channels * units, 2),
    reduceBias: sampleValues(units, 3),
    expand: sampleValues(units * channels, 4),
    expandBias: sampleValues(channels, 5),
    activation: "silu" as const,
  };
  const dy = sampleValues(size, 6);
  return {
    kernel: `squeeze-and-excitation, ${channels} channels`,
    backend: "webgpu",
    tolerance: 1e-4,
    run() {
      const { value, grads } = tf.valueAndGrads((x, reduce, reduceBias, expand, expandBias) => {
        const layers = { reduce, reduceBias, expand, expandBias } as Record<
          "reduce" | "reduceBias" | "expand" | "expandBias",
          tf.Tensor
        >;
        return squeezeExcite(x as tf.Tensor4D, layers, inputs.activation);
      })([
        tf.tensor4d(inputs.x, shape),
        tf.tensor2d(inputs.reduce, [channels, units]),
        tf.tensor1d(inputs.reduceBias),
        tf.tensor2d(inputs.expand, [units, channels]),
        tf.tensor1d(inputs.expandBias),
      ], tf.tensor4d(dy, shape));
      return [value, ...grads];
    },
    expected: () => [
      plain.squeezeExcite(inputs),
      ...Object.values(plain.squeezeExciteGradient(inputs, dy)),
    ],
  };
}

/** A product of matrices so deep that it may be shared out, with sides that lie in each way. */
function matMulCheck(a: boolean, b: boolean): KernelCheck {
  const rows = 33, depth = 2500, columns = 20;
  const [left, right] = [sampleValues(rows * depth, 8), sampleValues(depth * columns, 9)];
  return {
    kernel: `product of matrices${a ? ", left transposed" : ""}${b ? ", right transposed" : ""}`,
    tolerance: 1e-4,
    run: () => [
      tf.matMul(
        tf.tensor2d(left, a ? [depth, rows] : [rows, depth]),
        tf.tensor2d(right, b ? [columns, depth] : [depth, columns]),
        a,
        b,
      ),
    ],
    expected: () => [matMul(left, right, { rows, depth, columns, transposed: { a, b } })],
  };
}

/** The same in halves: sums of a hundred products, each number of them rounded by up to a 2048th. */
function inFloat16({ kernel, run, expected }: KernelCheck): KernelCheck {
  return {
    kernel: `${kernel}, in halves`,
    backend: "webgpu",
    float16: true,
    tolerance: 2e-2,
    run: () => withComputePrecision("f16", run),
    expected,
  };
}

/** Kernels by which gradients flow through a backbone. */
export const gradientChecks: readonly KernelCheck[] = [
  ...[false, true].flatMap((depthwise) =>
    ([1, 2] as const).map((strides) => convolutionCheck(depthwise, strides, 6))
  ),
  inFloat16(convolutionCheck(false, 2, 6)),
  // As many as WebAssembly takes to compute it by Winograd's way.
  convolutionCheck(false, 1, 16),
  ...[false, true].flatMap((a) => [false, true].map((b) => matMulCheck(a, b))),
  batchNormCheck("none", 8),
  batchNormCheck("silu", 7),
  squeezeExciteCheck(8, 4),
  squeezeExciteCheck(7, 3),
];
