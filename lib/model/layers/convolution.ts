import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "./parameters.ts";

/**
 * What surrounds an image so that a strided filter of odd size reaches its edges: as TensorFlow's
 * "same", which adds one more at the end if the sum is odd, or as PyTorch, the same on all sides.
 */
export type Padding = "same" | "symmetric";

/**
 * Makes a two-dimensional convolution without bias. Weights start from He's normal distribution for the
 * fan out (He et al., 2015), as in timm.
 *
 * @param options.size side of the filter
 * @returns from `[n, height, width, inputs]` to
 *   `[n, ceil(height / stride), ceil(width / stride), outputs]`
 */
export function convolution(parameters: Parameters, name: string, options: {
  inputs: number;
  outputs: number;
  size: number;
  stride: number;
  padding: Padding;
}): (x: tf.Tensor4D) => tf.Tensor4D {
  const { inputs, outputs, size, stride, padding } = options;
  const std = Math.sqrt(2 / (size * size * outputs));
  const filter = parameters.create(
    `${name}.weight`,
    [size, size, inputs, outputs],
    { std },
    { kind: "convolution" },
  ) as tf.Variable<tf.Rank.R4>;
  const pad = paddingFor(padding, size);
  return (x) => tf.conv2d(x, filter, stride, pad);
}

/**
 * Makes a depthwise convolution without bias, one filter a channel. Weights start from He's normal
 * distribution for the fan out of one channel, as in timm.
 *
 * @param options.size side of the filter
 * @returns from `[n, height, width, channels]` to
 *   `[n, ceil(height / stride), ceil(width / stride), channels]`
 */
export function depthwiseConvolution(parameters: Parameters, name: string, options: {
  channels: number;
  size: number;
  stride: number;
  padding: Padding;
}): (x: tf.Tensor4D) => tf.Tensor4D {
  const { channels, size, stride, padding } = options;
  const filter = parameters.create(
    `${name}.weight`,
    [size, size, channels, 1],
    { std: Math.sqrt(2) / size },
    { kind: "depthwise" },
  ) as tf.Variable<tf.Rank.R4>;
  const pad = paddingFor(padding, size);
  return (x) => tf.depthwiseConv2d(x, filter, stride, pad);
}

/** The padding of a filter, in TensorFlow.js's terms. */
function paddingFor(padding: Padding, size: number): "same" | number {
  return padding === "same" ? "same" : (size - 1) / 2;
}
