import * as tf from "@tensorflow/tfjs";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { above, atLeast } from "../options/schemas.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { classLoss } from "./comparison_loss.ts";
import { defineLoss, type LossDefinition } from "./loss_definition.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { activeWeight, weightedMean } from "./weighted_mean.ts";

/**
 * The Proxy-Anchor loss (Kim et al. 2020), with s the cosine of a class's proxy and an embedding: the
 * mean over the classes in the batch of log(1 + sum over their embeddings of e^(-alpha (s - margin)))
 * plus the mean over all classes of log(1 + sum over the others' embeddings of
 * e^(alpha (s + margin))), as PyTorch Metric Learning's `ProxyAnchorLoss`.
 */
export const proxyAnchorLoss: LossDefinition<"proxy-anchor"> = defineLoss({
  name: "proxy-anchor",
  options: {
    distance: distanceOption(["cosine"]),
    margin: option(atLeast(0), 0.1, {
      en: "margin of the cosine between an embedding and a proxy",
      ja: "埋め込みとプロキシのコサインのマージン",
    }),
    alpha: option(above(0), 32, {
      en: "how sharply hard embeddings are weighted",
      ja: "難しい埋め込みをどれだけ重く見るか",
    }),
  },
  mined: [],
  create: (options, context) =>
    classLoss(
      options.distance,
      context,
      "loss.proxies",
      (comparison) => proxyAnchorTerms(comparison, options),
    ),
});

function proxyAnchorTerms(
  { similarities, all }: Comparison,
  { margin, alpha }: { readonly margin: number; readonly alpha: number },
): LossTerms {
  // A row a class.
  const cosines = tf.transpose(similarities);
  const own = tf.transpose(all.positives);
  const others = tf.transpose(all.negatives);
  const side = (exponents: tf.Tensor, weights: tf.Tensor2D) =>
    tf.softplus(weightedLogSumExp(tf.mul(exponents, alpha) as tf.Tensor2D, weights));
  const pull = side(tf.sub(margin, cosines), own);
  const push = side(tf.add(cosines, margin), others);
  const present = tf.max(own, 1, true);
  return {
    loss: tf.add(weightedMean(pull, present), tf.mean(push)),
    active: activeWeight(pull, present),
    valid: tf.sum(present),
  };
}
