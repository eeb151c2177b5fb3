import * as tf from "@tensorflow/tfjs";

// Long windows round off more than short ones, short ones take more rounds.
const longestWindow = 1024;

/**
 * Sums a matrix over its rows through average pooling, many times faster than this backend's own sum
 * over a leading axis.
 *
 * @param x `[rows, columns]`
 * @returns `[columns]`
 */
export function sumRows(x: tf.Tensor2D): tf.Tensor1D {
  const [rows, columns] = x.shape;
  let left = rows, sum: tf.Tensor = x;
  while (left > 1) {
    const window = largestDivisor(left, longestWindow);
    left /= window;
    const image = tf.reshape(sum, [left, window, 1, columns]) as tf.Tensor4D;
    sum = tf.avgPool(image, [window, 1], 1, "valid");
  }
  return tf.reshape(tf.mul(sum, rows), [columns]);
}

/** The largest divisor up to `most`, or the number itself where it has none. */
function largestDivisor(of: number, most: number): number {
  for (let divisor = Math.min(of, most); divisor > 1; divisor--) {
    if (of % divisor === 0) return divisor;
  }
  return of;
}
