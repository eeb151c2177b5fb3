import * as tf from "@tensorflow/tfjs";
import type { Comparison, LossTerms } from "./comparison.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedMean } from "./weighted_mean.ts";

/** What turns a distance into a probability: sigmoid(bias - scale x distance). `[1]` each. */
export interface BceParameters {
  readonly scale: tf.Tensor1D;
  readonly bias: tf.Tensor1D;
}

/**
 * Binary cross-entropy on pairs: -log of the probability that a pair is what it is, where
 * sigmoid(bias - scale x distance) is the probability of one label. Positives as a whole and
 * negatives as a whole weigh half each, however many there are, so that the probability is one for
 * even odds.
 */
export function bceLoss(comparison: Comparison, { scale, bias }: BceParameters): LossTerms {
  const { positives, negatives } = pairWeights(comparison);
  const logits = tf.sub(bias, tf.mul(comparison.distances, scale));
  const valid = tf.sum<tf.Scalar>(tf.add(positives, negatives));
  const loss = tf.add(
    weightedMean(tf.softplus(tf.neg(logits)), positives),
    weightedMean(tf.softplus(logits), negatives),
  );
  return { loss: tf.mul(loss, 0.5), active: valid, valid };
}
