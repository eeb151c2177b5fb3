import * as tf from "@tensorflow/tfjs";
import type { DistanceName } from "../distances/distance_name.ts";
import { compare, type Comparison, type LossTerms, type References } from "./comparison.ts";
import { CrossBatchMemory } from "./cross_batch_memory.ts";
import type { Loss } from "./loss.ts";
import type { LossContext } from "./loss_definition.ts";
import { weightedMean } from "./weighted_mean.ts";

/** Computes a loss from the distances between a batch and what it is compared with. */
export type Terms = (comparison: Comparison) => LossTerms;

/**
 * Makes a loss over the pairs or triplets of a batch with itself, and with earlier batches if it has a
 * memory.
 *
 * @param options.memory number of embeddings to remember; 0 for none
 */
export function batchLoss(
  { distance, memory: size }: { readonly distance: DistanceName; readonly memory: number },
  { parameters, embeddingSize }: LossContext,
  terms: Terms,
): Loss {
  if (size === 0) return comparisonLoss(distance, terms);
  const memory = new CrossBatchMemory(parameters, { size, embeddingSize });
  return comparisonLoss(
    distance,
    terms,
    (embeddings, labels) => memory.remember(embeddings, labels),
  );
}

/**
 * Makes a loss over the classes, on the distances from a batch to one row of weights a class. The
 * initial weights follow from the parameters' seed. Their length does not matter.
 *
 * @param name of the weights, such as "loss.proxies"; `[embeddingSize, classes]`, so that files hold a
 *   row a class
 */
export function classLoss(
  distance: DistanceName,
  { parameters, embeddingSize, classes }: LossContext,
  name: string,
  terms: Terms,
): Loss {
  const std = 1 / Math.sqrt(embeddingSize);
  const weights = parameters.create(name, [embeddingSize, classes], { std }, { kind: "linear" });
  return comparisonLoss(distance, terms, () => ({
    embeddings: tf.transpose(weights) as tf.Tensor2D,
    labels: tf.range(0, classes, 1, "int32"),
    self: classes,
  }));
}

/**
 * Makes a loss from its terms.
 *
 * @param referTo gives what a batch is compared with; the batch itself by default
 */
export function comparisonLoss(
  distance: DistanceName,
  terms: Terms,
  referTo?: (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => References,
): Loss {
  return {
    apply: (embeddings, labels, mined) =>
      tf.tidy(() => {
        const references = referTo?.(embeddings, labels);
        const comparison = compare(embeddings, labels, distance, { mined, references });
        const found = terms(comparison);
        return { loss: found.loss, summary: summarize(found, comparison) };
      }),
  };
}

function summarize(
  { loss, active, valid }: LossTerms,
  { distances, all }: Comparison,
): tf.Tensor1D {
  const near = weightedMean(distances, all.positives);
  const far = weightedMean(distances, all.negatives);
  // NaN and infinity show, even if a miner passed them over.
  const shown = tf.add(loss, tf.mul(tf.add(near, far), 0));
  return tf.stack([shown, active, valid, near, far]) as tf.Tensor1D;
}
