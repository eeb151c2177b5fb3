import type * as tf from "@tensorflow/tfjs";
import type { Mined } from "../../kernels/mining/mined.ts";

/** Chooses pairs or triplets of a batch. */
export interface Miner {
  /**
   * Nothing is read back, and what is chosen has no gradient. Null where every pair and triplet counts.
   *
   * @param embeddings `[n, d]`, raw: brought to unit length where the distance wants it
   * @param labels `[n]` int32
   * @param step which step of training this is; only a miner that draws at random looks at it
   */
  mine(embeddings: tf.Tensor2D, labels: tf.Tensor1D, step: number): Mined | null;
}
