import * as tf from "@tensorflow/tfjs";

/** Stands for log 0: so low that e^x and softplus are 0, but finite. */
const logOfZero = -1e4;

/**
 * log(sum over j of weights[i, j] e^values[i, j]) of every row, without overflow, with a gradient for
 * the values; a row without weight gives -10,000 with the gradient 0.
 *
 * @param values `[n, m]`
 * @param weights `[n, m]`, whole numbers of 0 or more
 * @returns `[n, 1]`
 */
export function weightedLogSumExp(values: tf.Tensor2D, weights: tf.Tensor2D): tf.Tensor2D {
  return tf.customGrad((...inputs) => {
    const [values, save] = inputs as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    const exists = tf.step(weights);
    const some = tf.max(exists, 1, true);
    const none = tf.sub(1, some);
    const kept = tf.add(values, tf.mul(tf.sub(1, exists), -1e9));
    const largest = tf.mul(tf.max(kept, 1, true), some);
    const terms = tf.mul(weights, tf.exp(tf.sub(kept, largest)));
    const total = tf.add(tf.sum(terms, 1, true), none);
    save([tf.div(terms, total)]);
    const value = tf.mul(tf.add(largest, tf.log(total)), some);
    return {
      value: tf.add(value, tf.mul(none, logOfZero)),
      gradFunc: (upstream: tf.Tensor, [softmax]: tf.Tensor[]) => tf.mul(upstream, softmax!),
    };
  })(values) as tf.Tensor2D;
}
