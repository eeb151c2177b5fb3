import * as tf from "@tensorflow/tfjs";
import {
  type ComputePrecision,
  withComputePrecision,
} from "../../../kernels/webgpu/matmul/compute_precision.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import { isBackboneParameter } from "../../model/layers/parameters.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import type { LossValue } from "../../losses/loss.ts";

/** What a step of training works with. */
export interface TrainStepOptions {
  readonly model: EmbeddingModel;
  /** Updates the model's parameters, in `parameterGroups` if the backbone can be frozen. */
  readonly optimizer: Optimizer;
  /** The loss of a batch, from embeddings `[n, d]` and labels `[n]` int32. */
  readonly objective: (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => LossValue;
  readonly learningRate: number;
  /** True where the backbone works as in evaluation and does not learn; false by default. */
  readonly freezeBackbone?: boolean;
  /** Precision of convolutions on WebGPU; float32 by default. */
  readonly precision?: ComputePrecision;
}

/** The result of a step, still where it was computed. The caller disposes of it. */
export interface StepResult {
  /** The metrics of the loss `[5]`, see `LossValue.summary`. */
  readonly summary: tf.Tensor1D;
  /** `[1]`: how far the embeddings are spread, see {@linkcode spreadOf}. */
  readonly spread: tf.Tensor1D;
  /** `[2]` int32: where gradients and parameters stop being finite, see `Optimizer.update`. */
  readonly faults: tf.Tensor1D;
}

/**
 * Trains a model on one batch. It reads nothing back.
 *
 * @param options what the step works with
 * @param images `[n, side, side, 3]`, normalized
 * @param labels `[n]` int32
 */
export function trainStep(
  options: TrainStepOptions,
  images: tf.Tensor4D,
  labels: tf.Tensor1D,
): StepResult {
  const { precision = "f32" } = options;
  return withComputePrecision(precision, () => computeStep(options, images, labels));
}

function computeStep(
  { model, optimizer, objective, learningRate, freezeBackbone = false }: TrainStepOptions,
  images: tf.Tensor4D,
  labels: tf.Tensor1D,
): StepResult {
  const learning = model.parameters.trainable()
    .filter((parameter) => !freezeBackbone || !isBackboneParameter(parameter));
  // Outside of the tape, which would keep everything that a gradient through the backbone needs.
  const features = freezeBackbone ? tf.tidy(() => model.features(images, false)) : null;
  let summary!: tf.Tensor1D, spread!: tf.Tensor1D;
  const { value, grads } = tf.variableGrads(() => {
    const embeddings = features ? model.head(features) : model.apply(images, true);
    const found = objective(embeddings, labels);
    summary = tf.keep(found.summary);
    spread = tf.keep(spreadOf(embeddings));
    return found.loss;
  }, learning.map(({ value }) => value));
  const faults = optimizer.update(grads, learningRate);
  features?.dispose();
  tf.dispose([value, grads]);
  return { summary, spread, faults };
}

/**
 * How far embeddings `[n, d]` are spread, as `[1]`: 1 minus the squared length of their mean, each of
 * length 1. 0 if all point the same way; half the mean squared distance of two of them.
 */
function spreadOf(embeddings: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const length = tf.sqrt(tf.sum(tf.square(embeddings), 1, true));
    const mean = tf.mean(tf.div(embeddings, tf.maximum(length, 1e-12)), 0);
    return tf.reshape(tf.sub(1, tf.sum(tf.square(mean))), [1]) as tf.Tensor1D;
  });
}
