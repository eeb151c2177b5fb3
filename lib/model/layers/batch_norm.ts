import * as tf from "@tensorflow/tfjs";
import { batchNorm as normaliseByBatch } from "../../../kernels/batch_norm/batch_norm.ts";
import { lerp } from "../../../kernels/batch_norm/lerp.ts";
import type { Parameters } from "./parameters.ts";
import { type Activation, activations } from "./activation.ts";

/**
 * Makes a BatchNorm over all axes but the last (Ioffe and Szegedy, 2015), and an activation after it.
 * In training it normalises by the batch and moves its running statistics, in place, by `momentum`
 * towards the batch's (PyTorch's sense: the new value's share, unbiased variance); in evaluation it
 * uses the running statistics. Where the parameters freeze it, it is in evaluation always, and its
 * scale and offset are not trained, as with timm's `freeze_batch_norm_2d`.
 *
 * @param options.scale what the learned factor starts from, 1 unless told otherwise
 * @param options.activation none unless asked
 * @returns from `[..., channels]` to the same shape
 */
export function batchNorm(parameters: Parameters, name: string, options: {
  channels: number;
  epsilon?: number;
  momentum?: number;
  scale?: number;
  activation?: Activation;
}): (x: tf.Tensor, training: boolean) => tf.Tensor {
  const { channels, epsilon = 1e-5, momentum = 0.1, scale: start = 1 } = options;
  const activation = options.activation ?? "none";
  const { apply } = activations[activation];
  const vector = (part: string, constant: number, trainable: boolean) =>
    parameters.create(`${name}.${part}`, [channels], { constant }, { kind: "vector", trainable });
  const learns = !parameters.freezeBatchNorm;
  const scale = vector("weight", start, learns);
  const offset = vector("bias", 0, learns);
  const runningMean = vector("running_mean", 0, false);
  const runningVariance = vector("running_var", 1, false);

  return (x, training) => {
    if (!training || !learns) {
      const factor = tf.mul(scale, tf.rsqrt(tf.add(runningVariance, epsilon)));
      const shift = tf.sub(offset, tf.mul(runningMean, factor));
      return apply(tf.add(tf.mul(x, factor), shift));
    }
    const count = x.size / channels;
    const share = parameters.batchNormMomentum ?? momentum;
    const unbiased = count / Math.max(1, count - 1);
    const follow = (running: tf.Variable, batch: tf.Tensor, row: number, factor: number) =>
      running.assign(lerp(running as tf.Tensor1D, batch, { row, factor, weight: share }));
    return normaliseByBatch(x, scale, offset, { epsilon, activation }, (statistics) => {
      follow(runningMean, statistics, 0, 1);
      follow(runningVariance, statistics, 1, unbiased);
    });
  };
}
