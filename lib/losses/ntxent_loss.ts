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
import { activeWeight, weightedMean } from "./weighted_mean.ts";

/**
 * The normalized temperature-scaled cross-entropy (Sohn 2016, Chen et al. 2020): for each positive
 * pair -log(e^(s_p / T) / (e^(s_p / T) + the sum over the anchor's negatives of e^(s_n / T))), and the
 * mean over the positive pairs, as PyTorch Metric Learning's `NTXentLoss`.
 */
export const ntxentLoss: LossDefinition<"ntxent"> = defineLoss({
  name: "ntxent",
  options: {
    distance: distanceOption(),
    temperature: option(above(0), 0.07, {
      en: "divisor of the similarities",
      ja: "類似度を割る値",
    }),
    memory,
  },
  mined: pairsOrTriplets,
  create: (options, context) =>
    batchLoss(options, context, (comparison) => ntxentTerms(comparison, options.temperature)),
});

function ntxentTerms(comparison: Comparison, temperature: number): LossTerms {
  const { positives, negatives } = pairWeights(comparison);
  const logits = tf.div(comparison.similarities, temperature) as tf.Tensor2D;
  const losses = tf.softplus(tf.sub(weightedLogSumExp(logits, negatives), logits));
  return {
    loss: weightedMean(losses, positives),
    active: activeWeight(losses, positives),
    valid: tf.sum(positives),
  };
}
