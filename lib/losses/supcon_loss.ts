import * as tf from "@tensorflow/tfjs";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { above } from "../options/schemas.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { batchLoss } from "./comparison_loss.ts";
import { memory } from "./cross_batch_memory.ts";
import { defineLoss, type LossDefinition, pairsOrTriplets } from "./loss_definition.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { activeMean, activeWeight } from "./weighted_mean.ts";

/**
 * The supervised contrastive loss (Khosla et al. 2020): for each anchor the mean over its positives of
 * log(the sum over its positives and negatives of e^(s / T)) - s_p / T, and the mean over the anchors
 * with a loss, as PyTorch Metric Learning's `SupConLoss`. A pair counts once, however often mined.
 */
export const supconLoss: LossDefinition<"supcon"> = defineLoss({
  name: "supcon",
  options: {
    distance: distanceOption(),
    temperature: option(above(0), 0.1, {
      en: "divisor of the similarities",
      ja: "類似度を割る値",
    }),
    memory,
  },
  mined: pairsOrTriplets,
  create: (options, context) =>
    batchLoss(options, context, (comparison) => supconTerms(comparison, options.temperature)),
});

function supconTerms(comparison: Comparison, temperature: number): LossTerms {
  const counts = pairWeights(comparison);
  const positives = tf.step(counts.positives);
  const pairs = tf.add(positives, tf.step(counts.negatives)) as tf.Tensor2D;
  const logits = tf.div(comparison.similarities, temperature) as tf.Tensor2D;
  const count = tf.sum(positives, 1, true);
  const hasPositive = tf.step(count);
  const mean = tf.div(tf.sum(tf.mul(logits, positives), 1, true), tf.maximum(count, 1));
  const losses = tf.mul(tf.sub(weightedLogSumExp(logits, pairs), mean), hasPositive);
  return {
    loss: activeMean(losses, hasPositive),
    active: activeWeight(losses, hasPositive),
    valid: tf.sum(hasPositive),
  };
}
