import * as tf from "@tensorflow/tfjs";
import { tripletSummary } from "../../kernels/reference/triplets/triplet_summary.ts";
import type { LossValue } from "../../lib/losses/loss.ts";
import { take } from "../kernels/support/test_on_devices.ts";

/**
 * Runs a loss inside `tf.variableGrads`, as training does.
 *
 * @param weights the loss's own, to take the gradient of as well
 */
export async function differentiate(
  batch: { values: ArrayLike<number>; d: number; labels: ArrayLike<number> },
  loss: (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => LossValue,
  weights?: tf.Variable,
) {
  const shape: [number, number] = [batch.labels.length, batch.d];
  const embeddings = tf.tidy(() =>
    tf.variable(tf.tensor2d(Float32Array.from(batch.values), shape))
  );
  const labels = tf.tensor1d(Int32Array.from(batch.labels), "int32");
  let summary: tf.Tensor1D | undefined;
  const { value, grads } = tf.variableGrads(() => {
    const found = loss(embeddings as unknown as tf.Tensor2D, labels);
    summary = tf.keep(found.summary);
    return found.loss;
  }, weights ? [embeddings, weights] : [embeddings]);
  const result = {
    loss: (await take(value))[0]!,
    gradient: await take(grads[embeddings.name]!),
    weightGradient: weights && await take(grads[weights.name]!),
    summary: tripletSummary(await take(summary!)),
  };
  tf.dispose([embeddings, labels]);
  return result;
}
