import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { above, fromTo } from "../options/schemas.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { batchLoss } from "./comparison_loss.ts";
import { memory } from "./cross_batch_memory.ts";
import { defineLoss, type LossDefinition, pairsOrTriplets } from "./loss_definition.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { activeMean, activeWeight } from "./weighted_mean.ts";

/**
 * The circle loss (Sun et al. 2020) on cosine distances: for each anchor, with s the cosine,
 * softplus(logsumexp over negatives of scale [s + m]+ (s - m) + logsumexp over positives of
 * -scale [1 + m - s]+ (s - 1 + m)), where the weights [.]+ have no gradient, and the mean over the
 * anchors with a loss, as PyTorch Metric Learning's `CircleLoss`. A pair counts once, however often
 * mined.
 */
export const circleLoss: LossDefinition<"circle"> = defineLoss({
  name: "circle",
  options: {
    distance: distanceOption(["cosine"]),
    margin: option(fromTo(0, 1), 0.4, {
      en: "radius of the decision boundary",
      ja: "判別境界の半径",
    }),
    scale: option(above(0), 80, {
      en: "how sharp the decision boundary is",
      ja: "判別境界の鋭さ",
    }),
    memory,
  },
  mined: pairsOrTriplets,
  create: (options, context) =>
    batchLoss(options, context, (comparison) => circleTerms(comparison, options)),
});

function circleTerms(
  comparison: Comparison,
  { margin, scale }: { readonly margin: number; readonly scale: number },
): LossTerms {
  const counts = pairWeights(comparison);
  const s = comparison.similarities;
  const fixed = detach(s);
  const push = tf.mul(tf.relu(tf.add(fixed, margin)), tf.sub(s, margin));
  const pull = tf.mul(tf.relu(tf.sub(1 + margin, fixed)), tf.sub(1 - margin, s));
  const side = (exponents: tf.Tensor, weights: tf.Tensor2D) =>
    weightedLogSumExp(tf.mul(exponents, scale) as tf.Tensor2D, tf.step(weights));
  const losses = tf.softplus(tf.add(side(push, counts.negatives), side(pull, counts.positives)));
  const rows = tf.onesLike(losses);
  return {
    loss: activeMean(losses, rows),
    active: activeWeight(losses, rows),
    valid: tf.sum(rows),
  };
}
