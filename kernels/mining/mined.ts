import type * as tf from "@tensorflow/tfjs";
import type { TripletBand } from "../reference/triplets/triplet_band.ts";

/**
 * Mined pairs: row i of a batch is paired with each of the columns in its row of a list; -1 is none.
 * What PyTorch Metric Learning returns as (anchors, positives, anchors, negatives).
 */
export interface MinedPairs {
  /** The form of the choice. */
  readonly kind: "pairs";
  /** `[n, k]` int32 */
  readonly positives: tf.Tensor2D;
  /** `[n, l]` int32 */
  readonly negatives: tf.Tensor2D;
}

/** Mined triplets: row i as anchor, with `positives[i, e]` and `negatives[i, e]`; -1 is none. */
export interface MinedTriplets {
  /** The form of the choice. */
  readonly kind: "triplets";
  /** `[n, k]` int32 */
  readonly positives: tf.Tensor2D;
  /** `[n, k]` int32 */
  readonly negatives: tf.Tensor2D;
}

/** Triplets as indices of rows, `[t]` int32 each. A triplet with -1 in it is none. */
export interface Triplets {
  /** Row of each anchor. */
  readonly anchors: tf.Tensor1D;
  /** Row of each positive. */
  readonly positives: tf.Tensor1D;
  /** Row of each negative. */
  readonly negatives: tf.Tensor1D;
}

/**
 * Mined triplets as a rule, because a list of them would grow with n³: every row as anchor, with every
 * column of its label and every column of another label, whose t = d(a, n) - d(a, p) is in a band.
 */
export interface MinedBand {
  /** The form of the choice. */
  readonly kind: "band";
  /** `[n, n]`, without a gradient */
  readonly distances: tf.Tensor2D;
  /** Where t must be. */
  readonly band: TripletBand;
}

/** What a miner chose of a batch, in tensors whose shapes depend on the batch's shape alone. */
export type Mined = MinedPairs | MinedTriplets | MinedBand;
