import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "./parameters.ts";
import { type Padding, paddingFor } from "./padding.ts";

/**
 * Makes a depthwise convolution without bias, a filter a channel, weights drawn with He's standard deviation
 * for the fan out of one channel, as timm does.
 *
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
