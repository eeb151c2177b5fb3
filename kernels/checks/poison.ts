import * as tf from "@tensorflow/tfjs";

/**
 * Fills buffers of these sizes with NaN and releases them. Backends pool buffers by size: the next
 * tensors of these sizes take the same memory, so what a kernel leaves unwritten shows.
 *
 * @param sizes numbers of elements
 */
export async function poison(sizes: readonly number[]): Promise<void> {
  for (const size of new Set(sizes)) {
    const tensors = Array.from({ length: 4 }, () => tf.fill([size], NaN));
    await Promise.all(tensors.map((tensor) => tensor.data()));
    tf.dispose(tensors);
  }
}
