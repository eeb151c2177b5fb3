import * as tf from "@tensorflow/tfjs";

/**
 * The columns that a mask keeps, as a list of fixed length.
 *
 * @param mask `[n, m]`, 1 for what is kept, else 0
 * @returns `[n, m]` int32: column j in place j where it is kept, else -1
 */
export function columnList(mask: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const numbers = tf.range(1, mask.shape[1] + 1, 1, "float32");
    return tf.cast(tf.sub(tf.mul(mask, numbers), 1), "int32") as tf.Tensor2D;
  });
}
