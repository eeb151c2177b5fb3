import * as tf from "@tensorflow/tfjs";

/** How often training leaves out residual branches, and where their draws come from. */
export interface DropPath {
  /** Chance of the deepest block's branch, 0 to below 1; shallower blocks' fall to 0 linearly. */
  readonly rate: number;
  /** Asked in each training pass: a whole number that names the pass, such as the step's. */
  seed(): number;
}

/**
 * Leaves out a residual branch for some pictures of a batch, and scales it up for the others, so that
 * its mean stays: stochastic depth (Huang et al., 2016), as timm's `drop_path`.
 *
 * @param branch `[n, height, width, channels]`
 * @param rate chance that a picture goes without, 0 to below 1
 * @param seed the same number leaves out the same pictures
 */
export function dropPath(branch: tf.Tensor4D, rate: number, seed: number): tf.Tensor4D {
  if (rate === 0) return branch;
  const keep = 1 - rate;
  const draws = tf.randomUniform([branch.shape[0], 1, 1, 1], 0, 1, "float32", seed);
  return tf.mul(branch, tf.div(tf.cast(tf.less(draws, keep), "float32"), keep));
}
