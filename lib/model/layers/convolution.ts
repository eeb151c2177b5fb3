import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "./parameters.ts";
import { type Padding, paddingFor } from "./padding.ts";

/**
 * Makes a two-dimensional convolution without bias, weights drawn with He's standard deviation for the fan out
 * (He et al., 2015), as timm does.
 *
 * @param options.padding "same" unless told otherwise
 * @returns from `[n, height, width, inputs]` to
 *   `[n, ceil(height / stride), ceil(width / stride), outputs]`
 */
export function convolution(parameters: Parameters, name: string, options: {
  inputs: number;
  outputs: number;
  size: number;
  stride?: number;
  padding?: Padding;
}): (x: tf.Tensor4D) => tf.Tensor4D {
  const { inputs, outputs, size, stride = 1, padding = "same" } = options;
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
