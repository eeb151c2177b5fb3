import * as tf from "@tensorflow/tfjs";
import { distanceOption } from "../distances/distance_option.ts";
import { option, type OptionValues } from "../options/options.ts";
import { above, anyNumber } from "../options/schemas.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { batchLoss } from "./comparison_loss.ts";
import { memory } from "./cross_batch_memory.ts";
import { defineLoss, type LossDefinition, pairsOrTriplets } from "./loss_definition.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { activeWeight } from "./weighted_mean.ts";

const options = {
  distance: distanceOption(["cosine", "euclidean", "squared"]),
  alpha: option(above(0), 2, {
    en: "how sharply far positives are weighted",
    ja: "遠い正例をどれだけ重く見るか",
  }),
  beta: option(above(0), 50, {
    en: "how sharply near negatives are weighted",
    ja: "近い負例をどれだけ重く見るか",
  }),
  base: option(anyNumber, 0.5, {
    en: "distance around which pairs are weighted",
    ja: "ペアの重みの基準にする距離",
  }),
  memory,
};

/**
 * The multi-similarity loss (Wang et al. 2019): for each anchor
 * log(1 + sum over positives of e^(alpha (d - base))) / alpha +
 * log(1 + sum over negatives of e^(beta (base - d))) / beta, and the mean over all anchors, as PyTorch
 * Metric Learning's `MultiSimilarityLoss`. A pair counts once, however often mined.
 */
export const multiSimilarityLoss: LossDefinition<"multi-similarity"> = defineLoss({
  name: "multi-similarity",
  options,
  mined: pairsOrTriplets,
  create: (options, context) =>
    batchLoss(options, context, (comparison) => multiSimilarityTerms(comparison, options)),
});

function multiSimilarityTerms(
  comparison: Comparison,
  { alpha, beta, base }: OptionValues<typeof options>,
): LossTerms {
  const counts = pairWeights(comparison);
  const side = (weights: tf.Tensor2D, sharpness: number) => {
    const exponents = tf.mul(tf.sub(comparison.distances, base), sharpness) as tf.Tensor2D;
    const sums = weightedLogSumExp(exponents, tf.step(weights));
    return tf.div(tf.softplus(sums), Math.abs(sharpness));
  };
  const losses = tf.add(side(counts.positives, alpha), side(counts.negatives, -beta));
  const rows = tf.onesLike(losses);
  return { loss: tf.mean(losses), active: activeWeight(losses, rows), valid: tf.sum(rows) };
}
