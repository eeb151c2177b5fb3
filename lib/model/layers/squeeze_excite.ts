import * as tf from "@tensorflow/tfjs";
import { squeezeExcite as squeezeExciteOnWebGpu } from "../../../kernels/webgpu/squeeze_excite/squeeze_excite.ts";
import type { Parameters } from "./parameters.ts";
import { type Activation, activations } from "./activation.ts";

/**
 * Makes a squeeze-and-excitation (Hu et al., 2018): each channel is scaled by a factor from 0 to 1
 * that a small network computes from the means of all channels.
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
  const reduce = dense(parameters, `${name}.conv_reduce`, channels, squeezed);
  const expand = dense(parameters, `${name}.conv_expand`, squeezed, channels);
  const { apply } = activations[activation];
  const compose = (x: tf.Tensor4D) => {
    const means = tf.mean(x, [1, 2], true) as tf.Tensor4D;
    const reduced = apply(
      tf.add<tf.Tensor4D>(tf.conv2d(means, reduce.weight, 1, "same"), reduce.bias),
    );
    const factors = tf.sigmoid(tf.add(tf.conv2d(reduced, expand.weight, 1, "same"), expand.bias));
    return tf.mul<tf.Tensor4D>(x, factors);
  };
  const layers = {
    reduce: reduce.weight,
    reduceBias: reduce.bias,
    expand: expand.weight,
    expandBias: expand.bias,
  };
  return (x) =>
    tf.getBackend() === "webgpu" ? squeezeExciteOnWebGpu(x, layers, activation) : compose(x);
}

/** A 1 x 1 convolution with bias, initialized as `convolution`. */
function dense(parameters: Parameters, name: string, inputs: number, outputs: number) {
  const shape = [1, 1, inputs, outputs];
  const std = Math.sqrt(2 / outputs);
  const weight = parameters.create(`${name}.weight`, shape, { std }, { kind: "convolution" });
  const bias = parameters.create(`${name}.bias`, [outputs], { constant: 0 }, { kind: "vector" });
  return { weight: weight as tf.Variable<tf.Rank.R4>, bias };
}
