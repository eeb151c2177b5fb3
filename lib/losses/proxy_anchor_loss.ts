import * as tf from "@tensorflow/tfjs";
import { activeWeight } from "./active_weight.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { weightedMean } from "./weighted_mean.ts";

/** Options of {@linkcode proxyAnchorLoss}. */
export interface ProxyAnchorOptions {
  /** In cosine; 0.1 is usual. */
  readonly margin: number;
  /** How sharply hard embeddings are punished; above 0, 32 is usual. */
  readonly alpha: number;
}

/**
 * The Proxy-Anchor loss (Kim et al. 2020), with s the cosine of a class's proxy and an embedding: the
 * mean over the classes in the batch of log(1 + sum over their embeddings of e^(-alpha (s - margin)))
 * plus the mean over all classes of log(1 + sum over the others' embeddings of
 * e^(alpha (s + margin))), as PyTorch Metric Learning's `ProxyAnchorLoss`.
 *
 * @param comparison of embeddings with one column a class, by cosine distance
 */
export function proxyAnchorLoss(
  { similarities, all }: Comparison,
  { margin, alpha }: ProxyAnchorOptions,
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
