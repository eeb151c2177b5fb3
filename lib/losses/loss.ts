import type * as tf from "@tensorflow/tfjs";
import type { Mined } from "../../kernels/mining/mined.ts";

/** The loss of a batch and its metrics, both still on the device. */
export interface LossValue {
  /** Differentiable; 0 with the gradient 0 if there is nothing to learn from. */
  readonly loss: tf.Scalar;
  /**
   * `[5]`: the loss, how many of its terms (pairs, triplets, or rows) are above 0, how many terms there
   * are, and the mean distances of positive and of negative pairs, for
   * `tripletSummary(await summary.data())`: one readback for all. Inside `tf.variableGrads` it needs
   * `tf.keep`.
   */
  readonly summary: tf.Tensor1D;
}

/** A loss over the embeddings of a batch. */
export interface Loss {
  /**
   * Computes the loss. Nothing is read back.
   *
   * @param embeddings `[n, d]`, raw: normalized here if the distance asks for it
   * @param labels `[n]` int32
   * @param mined the pairs or triplets that count, whoever mined them; null if all do
   */
  apply(embeddings: tf.Tensor2D, labels: tf.Tensor1D, mined: Mined | null): LossValue;
}
