import * as tf from "@tensorflow/tfjs";
import type { EmbeddingModel } from "./embedding_model.ts";

/**
 * Embeds images whose pixels a network can take.
 *
 * @param images `[n, side, side, 3]`, normalized
 * @returns `[n, embeddingSize]`, each row of unit length
 */
export function unitEmbeddings(model: EmbeddingModel, images: tf.Tensor4D): tf.Tensor2D {
  return tf.tidy(() => {
    const raw = model.apply(images, false);
    const length = tf.sqrt(tf.sum(tf.square(raw), 1, true));
    return tf.div(raw, tf.maximum(length, 1e-12));
  });
}
