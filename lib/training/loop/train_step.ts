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
  /** Of the model's parameters, in `parameterGroups` where the backbone may be frozen. */
  readonly optimizer: Optimizer;
  readonly objective: (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => LossValue;
  readonly learningRate: number;
  /** True where the backbone is as in evaluation and does not learn: not by default. */
  readonly freezeBackbone?: boolean;
  /** Of the products of convolutions on WebGPU; single unless told otherwise. */
  readonly precision?: ComputePrecision;
}

/** What a step found, still where it was computed; the caller disposes of it. */
export interface StepResult {
  /** The loss's figures `[5]`, see `LossValue.summary`. */
  readonly summary: tf.Tensor1D;
  /** `[2]` int32: where gradients and parameters cease to be finite, see `Optimiser.update`. */
  readonly faults: tf.Tensor1D;
}

/**
 * Trains a model on one batch. Nothing is read back.
 *
 * @param images `[n, side, side, 3]`, normalised
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
  { model, optimizer: optimiser, objective, learningRate, freezeBackbone = false }:
    TrainStepOptions,
  images: tf.Tensor4D,
  labels: tf.Tensor1D,
): StepResult {
  const learning = model.parameters.trainable()
    .filter((parameter) => !freezeBackbone || !isBackboneParameter(parameter));
  // Outside of the tape, which would keep all that a gradient through the backbone needs.
  const features = freezeBackbone ? tf.tidy(() => model.features(images, false)) : null;
  let summary!: tf.Tensor1D;
  const { value, grads } = tf.variableGrads(() => {
    const found = objective(features ? model.head(features) : model.apply(images, true), labels);
    summary = tf.keep(found.summary);
    return found.loss;
  }, learning.map(({ value }) => value));
  const faults = optimiser.update(grads, learningRate);
  features?.dispose();
  tf.dispose([value, grads]);
  return { summary, faults };
}
