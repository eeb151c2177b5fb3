import * as tf from "@tensorflow/tfjs";
import { activeMean } from "./active_mean.ts";
import { activeWeight } from "./active_weight.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { pairWeights } from "./pair_weights.ts";

/** Options of {@linkcode contrastiveLoss}. */
export interface ContrastiveOptions {
  /** Positives nearer than this have no loss; 0 is usual. */
  readonly positiveMargin: number;
  /** Negatives farther than this have no loss. */
  readonly margin: number;
  /** Squares every pair's loss. */
  readonly squared: boolean;
}

/**
 * The contrastive loss: max(0, d - positive margin) of a positive pair, max(0, margin - d) of a
 * negative one.
 *
 * Squared, it is the mean over all pairs (Hadsell et al. 2006). Otherwise the mean over the positives
 * with a loss plus the mean over the negatives with one, as PyTorch Metric Learning's
 * `ContrastiveLoss`, whose margins of a similarity s are 1 - s here.
 */
export function contrastiveLoss(
  comparison: Comparison,
  { positiveMargin, margin, squared }: ContrastiveOptions,
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
