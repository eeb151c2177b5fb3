import * as tf from "@tensorflow/tfjs";
import { allTriplets } from "../../kernels/triplets/all_triplets.ts";
import type { TripletSelection } from "../../kernels/reference/triplets/triplet_band.ts";
import { l2Normalize } from "../../kernels/distances/l2_normalize.ts";
import type { TripletLoss } from "./triplet_loss_value.ts";

/** Options of {@linkcode allTripletsLoss}. */
export interface AllTripletsLossOptions {
  /** By how much a negative is to be farther than a positive; 0.05 to 0.3 are usual. */
  readonly margin: number;
  /** Between embeddings of unit length: both range from 0 to 2. */
  readonly distance: "cosine" | "euclidean";
  /** Which triplets count; all those with a loss by default. */
  readonly select?: TripletSelection;
}

/**
 * The triplet margin loss max(0, d(a, p) - d(a, n) + margin) over all triplets of a batch, averaged
 * over those where it is above 0, as PyTorch Metric Learning's `TripletMarginLoss` after a
 * `TripletMarginMiner` of the same margin. No list of triplets is made.
 *
 * @param embeddings `[n, d]` of any length: they are brought to unit length here
 * @param labels `[n]` int32
 */
export function allTripletsLoss(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { margin, distance, select = "all" }: AllTripletsLossOptions,
): TripletLoss {
  return tf.tidy(() => {
    const summary = allTriplets(l2Normalize(embeddings), labels, { margin, distance, select });
    return { loss: summary.slice(0, 1).asScalar(), summary };
  });
}
