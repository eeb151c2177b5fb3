import * as tf from "@tensorflow/tfjs";
import type { EmbeddingModel } from "../model/embedding_model.ts";
import type { Optimiser } from "../optimisers/optimiser.ts";
import type { LossValue } from "../losses/loss.ts";

/**
 * Trains a model on one batch. Nothing is read back.
 *
 * @param images `[n, side, side, 3]`, normalised
 * @param labels `[n]` int32
 * @returns the loss's figures `[5]`, see `LossValue.summary`; the caller disposes of them
 */
export function trainStep(
  { model, optimiser, objective, learningRate }: {
    model: EmbeddingModel;
    optimiser: Optimiser;
    objective: (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => LossValue;
    learningRate: number;
  },
  images: tf.Tensor4D,
  labels: tf.Tensor1D,
): tf.Tensor1D {
  const variables = model.parameters.trainable().map(({ value }) => value);
  let summary!: tf.Tensor1D;
  const { value, grads } = tf.variableGrads(() => {
    const found = objective(model.apply(images, true), labels);
    summary = tf.keep(found.summary);
    return found.loss;
  }, variables);
  optimiser.update(grads, learningRate);
  tf.dispose([value, grads]);
  return summary;
}
