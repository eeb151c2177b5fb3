import * as tf from "@tensorflow/tfjs";
import { activeWeight } from "./active_weight.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";

/** Options of {@linkcode multiSimilarityLoss}. */
export interface MultiSimilarityOptions {
  /** How sharply far positives are punished; above 0, 2 is usual. */
  readonly alpha: number;
  /** How sharply near negatives are punished; above 0, 50 is usual. */
  readonly beta: number;
  /** The distance around which pairs are punished; 0.5 is usual for "cosine". */
  readonly base: number;
}

/**
 * The multi-similarity loss (Wang et al. 2019): for each anchor
 * log(1 + sum over positives of e^(alpha (d - base))) / alpha +
 * log(1 + sum over negatives of e^(beta (base - d))) / beta, and the mean over all anchors, as PyTorch
 * Metric Learning's `MultiSimilarityLoss`. A pair counts once, however often mined.
 */
export function multiSimilarityLoss(
  comparison: Comparison,
  { alpha, beta, base }: MultiSimilarityOptions,
): LossTerms {
  const counts = pairWeights(comparison);
  const side = (weights: tf.Tensor2D, sharpness: number) => {
    const exponents = tf.mul(tf.sub(comparison.distances, base), sharpness) as tf.Tensor2D;
    const sums = weightedLogSumExp(exponents, tf.step(weights));
    return tf.div(tf.softplus(sums), Math.abs(sharpness));
  };
  const losses = tf.add(side(counts.positives, alpha), side(counts.negatives, -beta));
  const rows = tf.onesLike(losses);
  return {
    loss: tf.mean(losses),
    active: activeWeight(losses, rows),
    valid: tf.sum(rows),
  };
}
