import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";

/** How much weight lies on values above 0. */
export function activeWeight(values: tf.Tensor, weights: tf.Tensor): tf.Scalar {
  return tf.sum(tf.mul(tf.step(detach(values)), weights));
}
