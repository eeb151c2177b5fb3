import * as tf from "@tensorflow/tfjs";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Batch } from "../data/batch_reader.ts";

/**
 * Sets the running statistics of every BatchNorm to their means over batches, for weights that training
 * did not use, such as averages. It leaves out a batch that cannot be read.
 *
 * @param model the model with those weights
 * @param batches read one batch each, in turn
 */
export async function recalibrateBatchNorm(
  { parameters, apply }: EmbeddingModel,
  batches: readonly (() => Promise<Batch | null>)[],
): Promise<void> {
  let seen = 0;
  for (const read of batches) {
    const batch = await read();
    if (!batch) continue;
    // The fraction of the newest batch in the mean. The first batch replaces what was there.
    parameters.batchNormMomentum = 1 / ++seen;
    try {
      tf.tidy(() => void apply(batch.images, true));
    } finally {
      parameters.batchNormMomentum = null;
      tf.dispose([batch.images, batch.labels]);
    }
  }
}
