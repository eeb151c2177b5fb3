import * as tf from "@tensorflow/tfjs";
import type { EmbeddingModel } from "../model/embedding_model.ts";
import { isOfBackbone } from "../model/is_of_backbone.ts";
import type { Optimiser } from "../optimisers/optimiser.ts";
import type { LossValue } from "../losses/loss.ts";

/** What a step of training works with. */
export interface TrainStepOptions {
  readonly model: EmbeddingModel;
  /** Of the model's parameters, in `parameterGroups` where the backbone may be frozen. */
  readonly optimiser: Optimiser;
  readonly objective: (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => LossValue;
  readonly learningRate: number;
  /** True where the backbone is as in evaluation and does not learn: not by default. */
  readonly freezeBackbone?: boolean;
}

/**
 * Trains a model on one batch. Nothing is read back.
 *
 * @param images `[n, side, side, 3]`, normalised
 * @param labels `[n]` int32
 * @returns the loss's figures `[5]`, see `LossValue.summary`; the caller disposes of them
 */
export function trainStep(
  { model, optimiser, objective, learningRate, freezeBackbone = false }: TrainStepOptions,
  images: tf.Tensor4D,
  labels: tf.Tensor1D,
): tf.Tensor1D {
  const learning = model.parameters.trainable()
    .filter((parameter) => !freezeBackbone || !isOfBackbone(parameter));
  // Outside of the tape, which would keep all that a gradient through the backbone needs.
  const features = freezeBackbone ? tf.tidy(() => model.features(images, false)) : null;
  let summary!: tf.Tensor1D;
  const { value, grads } = tf.variableGrads(() => {
    const found = objective(features ? model.head(features) : model.apply(images, true), labels);
    summary = tf.keep(found.summary);
    return found.loss;
  }, learning.map(({ value }) => value));
  optimiser.update(grads, learningRate);
  features?.dispose();
  tf.dispose([value, grads]);
  return summary;
}
