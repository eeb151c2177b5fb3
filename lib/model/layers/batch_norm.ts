import * as tf from "@tensorflow/tfjs";
import { moveTowards } from "../../../kernels/move_towards.ts";
import { batchNorm as batchNormOnWebGpu } from "../../../kernels/webgpu/batch_norm.ts";
import type { Parameters } from "../parameters.ts";
import { type Activation, type ActivationFunction, activations } from "./activation.ts";

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
    const share = parameters.statisticsShare ?? momentum;
    const unbiased = count / Math.max(1, count - 1);
    const follow = (running: tf.Variable, batch: tf.Tensor, row: number, factor: number) =>
      running.assign(moveTowards(running as tf.Tensor1D, batch, { row, factor, share }));
    if (tf.getBackend() === "webgpu") {
      return batchNormOnWebGpu(x, scale, offset, { epsilon, activation }, (statistics) => {
        follow(runningMean, statistics, 0, 1);
        follow(runningVariance, statistics, 1, unbiased);
      });
    }
    const onStatistics = (mean: tf.Tensor, variance: tf.Tensor) => {
      follow(runningMean, mean, 0, 1);
      follow(runningVariance, variance, 0, unbiased);
    };
    return normaliseByBatch(x, scale, offset, epsilon, activations[activation], onStatistics);
  };
}

/**
 * Normalisation by the batch and activation with their gradient in closed form: fewer passes over the
 * activations than the tape would make, and one copy kept of them where it would keep four.
 *
 * @param onStatistics is given the batch's mean and biased variance, both `[channels]`
 */
function normaliseByBatch(
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
  epsilon: number,
  activation: ActivationFunction,
  onStatistics: (mean: tf.Tensor, variance: tf.Tensor) => void,
): tf.Tensor {
  const channels = scale.size, count = x.size / channels;
  const normalise = tf.customGrad((...inputs) => {
    const [x, scale, offset, save] = inputs as unknown as BatchNormInputs;
    const rows = tf.reshape(x, [count, channels]);
    const mean = tf.div(tf.sum(rows, 0), count);
    const centred = tf.sub(rows, mean);
    const variance = tf.div(tf.sum(tf.square(centred), 0), count);
    onStatistics(mean, variance);
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    const factor = tf.mul(scale, inverse);
    save([centred, inverse, factor, offset]);
    return {
      value: tf.reshape(activation.apply(tf.add(tf.mul(centred, factor), offset)), x.shape),
      gradFunc(dy: tf.Tensor, saved: tf.Tensor[]) {
        const [centred, inverse, factor, offset] = saved as [
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
        ];
        const normalised = () => tf.add(tf.mul(centred, factor), offset);
        const gradient = activation.gradient(tf.reshape(dy, [count, channels]), normalised);
        const offsetGradient = tf.sum(gradient, 0);
        const scaleGradient = tf.mul(tf.sum(tf.mul(gradient, centred), 0), inverse);
        const slope = tf.mul(tf.div(scaleGradient, count), inverse);
        const level = tf.sub(gradient, tf.div(offsetGradient, count));
        const inner = tf.sub(level, tf.mul(centred, slope));
        return [tf.reshape(tf.mul(inner, factor), dy.shape), scaleGradient, offsetGradient];
      },
    };
  });
  return normalise(x, scale, offset);
}

type BatchNormInputs = [
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
  save: (tensors: tf.Tensor[]) => void,
];
