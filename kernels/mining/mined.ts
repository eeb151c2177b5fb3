import type * as tf from "@tensorflow/tfjs";
import type { TripletBand } from "../reference/triplets/triplet_band.ts";

/**
 * Mined pairs: row i of a batch is paired with each of the columns in its row of a list; -1 is none.
 * What PyTorch Metric Learning returns as (anchors, positives, anchors, negatives).
 */
export interface MinedPairs {
  /** Tells the kinds of mining results apart. */
  readonly kind: "pairs";
  /** `[n, k]` int32 */
  readonly positives: tf.Tensor2D;
  /** `[n, l]` int32 */
  readonly negatives: tf.Tensor2D;
}

/** Mined triplets: row i as anchor, with `positives[i, e]` and `negatives[i, e]`; -1 is none. */
export interface MinedTriplets {
  /** Tells the kinds of mining results apart. */
  readonly kind: "triplets";
  /** `[n, k]` int32 */
  readonly positives: tf.Tensor2D;
  /** `[n, k]` int32 */
  readonly negatives: tf.Tensor2D;
}

/** Triplets as indices of rows. One with an index of -1 does not count. */
export interface Triplets {
  /** `[t]` int32 */
  readonly anchors: tf.Tensor1D;
  /** `[t]` int32 */
  readonly positives: tf.Tensor1D;
  /** `[t]` int32 */
  readonly negatives: tf.Tensor1D;
}

/**
 * Mined triplets as a rule, because a list of them would grow with n³: every row as anchor, with every
 * column of its label and every column of another label, whose t = d(a, n) - d(a, p) is in a band.
 */
export interface MinedBand {
  /** Tells the kinds of mining results apart. */
  readonly kind: "band";
  /** `[n, n]`, without a gradient */
  readonly distances: tf.Tensor2D;
  /** The range of t. */
  readonly band: TripletBand;
}

/** What a miner chose of a batch, in tensors whose shapes depend on the batch's shape alone. */
export type Mined = MinedPairs | MinedTriplets | MinedBand;
