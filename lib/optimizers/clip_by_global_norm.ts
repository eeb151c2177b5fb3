import * as tf from "@tensorflow/tfjs";

/**
 * Scales a gradient down to a length, as PyTorch's `clip_grad_norm_` does; a shorter one stays.
 *
 * @param gradient `[p]`, of all parameters end to end
 * @param longest above 0
 * @returns `[p]`
 */
export function clipByGlobalNorm(gradient: tf.Tensor1D, longest: number): tf.Tensor1D {
  return tf.tidy(() => {
    const norm = tf.sqrt(tf.sum(tf.square(gradient)));
    return tf.mul(gradient, tf.minimum(1, tf.div(longest, tf.add(norm, 1e-6))));
  });
}
