import * as tf from "@tensorflow/tfjs";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Batch } from "../data/batch_reader.ts";

/**
 * Sets BatchNorms' running statistics to their means over batches, for weights that were not trained
 * with, such as averages. A batch that cannot be read is left out.
 *
 * @param batches each to be read in turn
 */
export async function recalibrateBatchNorm(
  { parameters, apply }: EmbeddingModel,
  batches: readonly (() => Promise<Batch | null>)[],
): Promise<void> {
  let seen = 0;
  for (const read of batches) {
    const batch = await read();
    if (!batch) continue;
    // The share of the newest in a mean; the first takes the place of what was there.
    parameters.batchNormMomentum = 1 / ++seen;
    try {
      tf.tidy(() => void apply(batch.images, true));
    } finally {
      parameters.batchNormMomentum = null;
      tf.dispose([batch.images, batch.labels]);
    }
  }
}
