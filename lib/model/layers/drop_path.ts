import * as tf from "@tensorflow/tfjs";

/** How often training drops residual branches, and the seed by which it chooses them. */
export interface DropPath {
  /** Rate of the deepest block, at least 0 and below 1; it falls linearly to 0 at the shallowest. */
  readonly rate: number;
  /** Called in each training pass: a whole number for the pass, such as the number of its step. */
  seed(): number;
}

/**
 * Drops a residual branch for some images of a batch, and scales it up for the others, so that its mean
 * stays: stochastic depth (Huang et al., 2016), as timm's `drop_path`.
 *
 * @param branch `[n, height, width, channels]`
 * @param rate probability that an image goes without the branch, at least 0 and below 1
 * @param seed the same number drops the branch of the same images
 */
export function dropPath(branch: tf.Tensor4D, rate: number, seed: number): tf.Tensor4D {
  if (rate === 0) return branch;
  const keep = 1 - rate;
  const samples = tf.randomUniform([branch.shape[0], 1, 1, 1], 0, 1, "float32", seed);
  return tf.mul(branch, tf.div(tf.cast(tf.less(samples, keep), "float32"), keep));
}
