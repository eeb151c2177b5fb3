import * as tf from "@tensorflow/tfjs";
import { activeWeight } from "./active_weight.ts";

/** The mean over the values above 0, by their weights; 0 where there are none. None is below 0. */
export function activeMean(values: tf.Tensor, weights: tf.Tensor): tf.Scalar {
  const active = activeWeight(values, weights);
  return tf.div(tf.sum(tf.mul(values, weights)), tf.maximum(active, 1));
}
