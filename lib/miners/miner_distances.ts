import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import { distanceMatrix } from "../distances/distance_matrix.ts";
import type { DistanceName } from "../distances/distance_name.ts";

/**
 * The distances that a miner looks at. They have no gradient.
 *
 * @param embeddings `[n, d]`, raw
 * @returns `[n, n]`
 */
export function minerDistances(embeddings: tf.Tensor2D, distance: DistanceName): tf.Tensor2D {
  const fixed = detach(embeddings);
  return distanceMatrix(fixed, fixed, distance);
}

/**
 * The columns that a mask keeps, as a list of fixed length.
 *
 * @param mask `[n, m]`, 1 for what is kept, else 0
 * @returns `[n, m]` int32: column j in place j if it is kept, else -1
 */
export function columnList(mask: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const numbers = tf.range(1, mask.shape[1] + 1, 1, "float32");
    return tf.cast(tf.sub(tf.mul(mask, numbers), 1), "int32") as tf.Tensor2D;
  });
}
