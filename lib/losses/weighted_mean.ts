import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";

/** The mean of values by weights, which have no gradient; 0 if there is no weight. */
export function weightedMean(values: tf.Tensor, weights: tf.Tensor): tf.Scalar {
  return tf.div(tf.sum(tf.mul(values, weights)), tf.maximum(tf.sum(weights), 1));
}

/** The weight that lies on values above 0. */
export function activeWeight(values: tf.Tensor, weights: tf.Tensor): tf.Scalar {
  return tf.sum(tf.mul(tf.step(detach(values)), weights));
}

/** The mean over the values above 0, by their weights; 0 if there are none. No value is below 0. */
export function activeMean(values: tf.Tensor, weights: tf.Tensor): tf.Scalar {
  const active = activeWeight(values, weights);
  return tf.div(tf.sum(tf.mul(values, weights)), tf.maximum(active, 1));
}
