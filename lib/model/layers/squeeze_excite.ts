import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "../parameters.ts";
import { type Activation, activations } from "./activation.ts";
import { convolution } from "./convolution.ts";

/**
 * Makes a squeeze-and-excitation (Hu et al., 2018): each channel is scaled by a factor from 0 to 1
 * that a small network finds in the means of all channels.
 *
 * @param options.squeezed channels between the network's two layers
 * @returns from `[n, height, width, channels]` to the same shape
 */
export function squeezeExcite(parameters: Parameters, name: string, options: {
  channels: number;
  squeezed: number;
  activation: Activation;
}): (x: tf.Tensor4D) => tf.Tensor4D {
  const { channels, squeezed, activation } = options;
  const dense = (part: string, inputs: number, outputs: number) =>
    convolution(parameters, `${name}.${part}`, { inputs, outputs, size: 1, bias: true });
  const reduce = dense("conv_reduce", channels, squeezed);
  const expand = dense("conv_expand", squeezed, channels);
  const { apply } = activations[activation];
  return (x) => {
    const means = tf.mean(x, [1, 2], true) as tf.Tensor4D;
    return tf.mul(x, tf.sigmoid(expand(apply(reduce(means)))));
  };
}
