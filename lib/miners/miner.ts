import type * as tf from "@tensorflow/tfjs";
import type { Mined } from "../../kernels/mining/mined.ts";

/** Chooses pairs or triplets of a batch. */
export interface Miner {
  /**
   * Mines a batch. Nothing is read back, and what is mined has no gradient.
   *
   * @param embeddings `[n, d]`, raw: normalized here if the distance asks for it
   * @param labels `[n]` int32
   * @param step the number of the training step; only a miner that samples at random uses it
   * @returns null if every pair and triplet counts
   */
  mine(embeddings: tf.Tensor2D, labels: tf.Tensor1D, step: number): Mined | null;
}
