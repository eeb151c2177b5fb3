import type * as tf from "@tensorflow/tfjs";

/** A triplet loss and its figures, both still where they were computed. */
export interface TripletLoss {
  /** The mean over the triplets whose loss is above 0, or 0; differentiable. */
  readonly loss: tf.Scalar;
  /**
   * `[5]`: the loss, how many triplets were active, how many there were, and the mean distances to
   * positives and to negatives, for `tripletSummary(await summary.data())`: one readback for all.
   * Inside `tf.variableGrads` it needs `tf.keep`.
   */
  readonly summary: tf.Tensor1D;
}
