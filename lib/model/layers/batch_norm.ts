import * as tf from "@tensorflow/tfjs";
import { batchNorm as normalizeByBatch } from "../../../kernels/batch_norm/batch_norm.ts";
import { lerp } from "../../../kernels/batch_norm/lerp.ts";
import { type Activation, activations } from "./activation.ts";
import type { Parameters } from "./parameters.ts";

/** The weight of a batch in the running statistics: PyTorch's default. */
const momentum = 0.1;

/**
 * Makes a BatchNorm over all axes but the last (Ioffe and Szegedy, 2015), and an activation after it.
 * In training it normalizes by the batch and moves its running statistics, in place, towards the
 * batch's (unbiased variance, as in PyTorch). In evaluation it uses the running statistics. If the
 * parameters freeze it, it always works as in evaluation, and its scale and offset are not trained, as
 * with timm's `freeze_batch_norm_2d`.
 *
 * @param options.epsilon added to the variance
 * @param options.scale what the learned factor starts from; 1 by default
 * @returns from `[..., channels]` to the same shape
 */
export function batchNorm(parameters: Parameters, name: string, options: {
  channels: number;
  epsilon: number;
  scale?: number;
  activation: Activation;
}): (x: tf.Tensor, training: boolean) => tf.Tensor {
  const { channels, epsilon, scale: start = 1, activation } = options;
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
    const weight = parameters.batchNormMomentum ?? momentum;
    const unbiased = count / Math.max(1, count - 1);
    const follow = (running: tf.Variable, batch: tf.Tensor, row: number, factor: number) =>
      running.assign(lerp(running as tf.Tensor1D, batch, { row, factor, weight }));
    return normalizeByBatch(x, scale, offset, { epsilon, activation }, (statistics) => {
      follow(runningMean, statistics, 0, 1);
      follow(runningVariance, statistics, 1, unbiased);
    });
  };
}
