import type * as tf from "@tensorflow/tfjs";
import type { Mined } from "../../kernels/mining/mined.ts";

/** A loss and its figures, both still where they were computed. */
export interface LossValue {
  /** Differentiable; 0 with the gradient 0 where there is nothing to learn from. */
  readonly loss: tf.Scalar;
  /**
   * `[5]`: the loss, how many of its terms (pairs, triplets, or rows) were active, how many there
   * were, and the mean distances of pairs of one label and of two, for
   * `tripletSummary(await summary.data())`: one readback for all. Inside `tf.variableGrads` it needs
   * `tf.keep`.
   */
  readonly summary: tf.Tensor1D;
}

/** A loss over the embeddings of a batch. */
export interface Loss {
  /**
   * Nothing is read back.
   *
   * @param embeddings `[n, d]`, raw: brought to unit length where the distance wants it
   * @param labels `[n]` int32
   * @param mined what of the batch counts, whoever mined it; all of it where null
   */
  apply(embeddings: tf.Tensor2D, labels: tf.Tensor1D, mined: Mined | null): LossValue;
}
