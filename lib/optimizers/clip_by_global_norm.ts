import * as tf from "@tensorflow/tfjs";

/**
 * Scales a gradient down to a maximum norm, as PyTorch's `clip_grad_norm_` does. A shorter gradient
 * stays.
 *
 * @param gradient `[p]`, of all parameters, concatenated
 * @param maxNorm above 0
 * @returns `[p]`
 */
export function clipByGlobalNorm(gradient: tf.Tensor1D, maxNorm: number): tf.Tensor1D {
  return tf.tidy(() => {
    const norm = tf.sqrt(tf.sum(tf.square(gradient)));
    return tf.mul(gradient, tf.minimum(1, tf.div(maxNorm, tf.add(norm, 1e-6))));
  });
}
