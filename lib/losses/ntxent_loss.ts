import * as tf from "@tensorflow/tfjs";
import { activeWeight } from "./active_weight.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { weightedMean } from "./weighted_mean.ts";

/** Options of {@linkcode ntxentLoss}. */
export interface NtxentOptions {
  /** Similarities are divided by it; above 0, 0.07 is usual. */
  readonly temperature: number;
}

/**
 * The normalised temperature-scaled cross-entropy (Sohn 2016, Chen et al. 2020): for each positive
 * pair -log(e^(s_p / T) / (e^(s_p / T) + the sum over the anchor's negatives of e^(s_n / T))), and the
 * mean over the positive pairs, as PyTorch Metric Learning's `NTXentLoss`.
 */
export function ntxentLoss(comparison: Comparison, { temperature }: NtxentOptions): LossTerms {
  const { positives, negatives } = pairWeights(comparison);
  const logits = tf.div(comparison.similarities, temperature) as tf.Tensor2D;
  const losses = tf.softplus(tf.sub(weightedLogSumExp(logits, negatives), logits));
  return {
    loss: weightedMean(losses, positives),
    active: activeWeight(losses, positives),
    valid: tf.sum(positives),
  };
}
