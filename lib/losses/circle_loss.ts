import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import { activeMean } from "./active_mean.ts";
import { activeWeight } from "./active_weight.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";

/** Options of {@linkcode circleLoss}. */
export interface CircleOptions {
  /** The radius of the decision boundary, 0 to 1; 0.4 is usual. */
  readonly margin: number;
  /** How sharp the boundary is; above 0, 80 is usual. */
  readonly scale: number;
}

/**
 * The circle loss (Sun et al. 2020) on cosine distances: for each anchor, with s the cosine,
 * softplus(logsumexp over negatives of scale [s + m]+ (s - m) + logsumexp over positives of
 * -scale [1 + m - s]+ (s - 1 + m)), where the weights [.]+ have no gradient, and the mean over the
 * anchors with a loss, as PyTorch Metric Learning's `CircleLoss`. A pair counts once, however often
 * mined.
 */
export function circleLoss(comparison: Comparison, { margin, scale }: CircleOptions): LossTerms {
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
