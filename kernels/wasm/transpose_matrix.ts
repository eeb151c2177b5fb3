import * as tf from "@tensorflow/tfjs";

/** Rows of a block: few enough for all their cache lines to stay in the first-level cache. */
const block = 32;

/**
 * Transposes a matrix in blocks of rows, several times faster than this backend's own transposition
 * of many rows.
 *
 * @param x `[rows, columns]`
 * @returns `[columns, rows]`
 */
export function transposeMatrix(x: tf.Tensor2D): tf.Tensor2D {
  const [rows, columns] = x.shape;
  if (rows <= block || rows % block !== 0) return tf.transpose(x);
  const blocks = tf.transpose(tf.reshape(x, [rows / block, block, columns]), [0, 2, 1]);
  return tf.reshape(tf.transpose(blocks, [1, 0, 2]), [columns, rows]);
}
