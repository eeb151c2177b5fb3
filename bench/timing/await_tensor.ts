import * as tf from "@tensorflow/tfjs";

/**
 * Waits until a tensor on WebGPU is computed, and all that was started before it: its last number is
 * read, which takes no longer for a large one.
 *
 * @returns that number
 */
export async function awaitTensor(tensor: tf.Tensor): Promise<number> {
  const last = tf.tidy(() => tf.slice(tf.reshape(tensor, [-1]), [tensor.size - 1], [1]));
  const [value] = await last.data();
  last.dispose();
  return value!;
}
