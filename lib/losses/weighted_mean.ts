import * as tf from "@tensorflow/tfjs";

/** The mean of values by weights without a gradient; 0 where there is no weight. */
export function weightedMean(values: tf.Tensor, weights: tf.Tensor): tf.Scalar {
  return tf.div(tf.sum(tf.mul(values, weights)), tf.maximum(tf.sum(weights), 1));
}
