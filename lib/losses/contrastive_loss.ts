import * as tf from "@tensorflow/tfjs";
import { distanceOption } from "../distances/distance_option.ts";
import { option, type OptionValues } from "../options/options.ts";
import { anyNumber, atLeast, flag } from "../options/schemas.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { batchLoss } from "./comparison_loss.ts";
import { memory } from "./cross_batch_memory.ts";
import { defineLoss, type LossDefinition, pairsOrTriplets } from "./loss_definition.ts";
import { pairWeights } from "./pair_weights.ts";
import { activeMean, activeWeight } from "./weighted_mean.ts";

const options = {
  distance: distanceOption(),
  positiveMargin: option(anyNumber, 0, {
    en: "positives nearer than this have no loss",
    ja: "これより近い正例には損失がありません",
  }),
  margin: option(atLeast(0), 1, {
    en: "negatives farther than this have no loss",
    ja: "これより遠い負例には損失がありません",
  }),
  squared: option(flag, true, {
    en: "square the loss of every pair",
    ja: "各ペアの損失を二乗します",
  }),
  memory,
};

/**
 * The contrastive loss: max(0, d - positive margin) of a positive pair, max(0, margin - d) of a
 * negative one.
 *
 * Squared, it is the mean over all pairs (Hadsell et al. 2006). Otherwise it is the mean over the
 * positives with a loss plus the mean over the negatives with one, as PyTorch Metric Learning's
 * `ContrastiveLoss`, whose margins of a similarity s are 1 - s here.
 */
export const contrastiveLoss: LossDefinition<"contrastive"> = defineLoss({
  name: "contrastive",
  options,
  mined: pairsOrTriplets,
  create: (options, context) =>
    batchLoss(options, context, (comparison) => contrastiveTerms(comparison, options)),
});

function contrastiveTerms(
  comparison: Comparison,
  { positiveMargin, margin, squared }: OptionValues<typeof options>,
): LossTerms {
  const { positives, negatives } = pairWeights(comparison);
  const pull = tf.relu(tf.sub(comparison.distances, positiveMargin));
  const push = tf.relu(tf.sub(margin, comparison.distances));
  const valid = tf.sum<tf.Scalar>(tf.add(positives, negatives));
  const squares = () =>
    tf.add(tf.mul(tf.square(pull), positives), tf.mul(tf.square(push), negatives));
  return {
    loss: squared
      ? tf.div(tf.sum(squares()), tf.maximum(valid, 1))
      : tf.add(activeMean(pull, positives), activeMean(push, negatives)),
    active: tf.add(activeWeight(pull, positives), activeWeight(push, negatives)),
    valid,
  };
}
