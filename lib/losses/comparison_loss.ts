import * as tf from "@tensorflow/tfjs";
import type { DistanceName } from "../distances/distance_name.ts";
import { compare, type Comparison, type LossTerms, type References } from "./comparison.ts";
import type { Loss } from "./loss.ts";
import { weightedMean } from "./weighted_mean.ts";

/**
 * A loss over the pairs or triplets of a batch with itself, or with references: what a cross-batch
 * memory holds, or one row a class.
 *
 * @param terms computes it from distances
 * @param referTo gives the references for a batch
 */
export function comparisonLoss(
  distance: DistanceName,
  terms: (comparison: Comparison) => LossTerms,
  referTo?: (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => References,
): Loss {
  return {
    apply: (embeddings, labels, mined) =>
      tf.tidy(() => {
        const references = referTo?.(embeddings, labels);
        const comparison = compare(embeddings, labels, distance, { mined, references });
        const found = terms(comparison);
        return { loss: found.loss, summary: summarise(found, comparison) };
      }),
  };
}

function summarise(
  { loss, active, valid }: LossTerms,
  { distances, all }: Comparison,
): tf.Tensor1D {
  const near = weightedMean(distances, all.positives);
  const far = weightedMean(distances, all.negatives);
  // What is not a number shows, also where a miner passed it over.
  const shown = tf.add(loss, tf.mul(tf.add(near, far), 0));
  return tf.stack([shown, active, valid, near, far]) as tf.Tensor1D;
}
