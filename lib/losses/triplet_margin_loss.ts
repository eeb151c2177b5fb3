import * as tf from "@tensorflow/tfjs";
import { tripletMargin, type Triplets } from "../../kernels/triplet_margin.ts";
import { l2Normalize } from "../../kernels/distances/l2_normalize.ts";
import type { TripletLoss } from "./triplet_loss_value.ts";

/** Options of {@linkcode tripletMarginLoss}. */
export interface TripletMarginLossOptions {
  /** By how much a negative is to be farther than a positive; 0.05 to 0.3 are usual. */
  readonly margin: number;
  /** Between embeddings of unit length: both range from 0 to 2. */
  readonly distance: "cosine" | "euclidean";
}

/**
 * The triplet margin loss max(0, d(a, p) - d(a, n) + margin) over listed triplets, averaged over
 * those where it is above 0, as PyTorch Metric Learning's `TripletMarginLoss` given a miner's output.
 *
 * @param embeddings `[n, d]` of any length: they are brought to unit length here
 * @param triplets indices into the embeddings, whoever mined them
 */
export function tripletMarginLoss(
  embeddings: tf.Tensor2D,
  triplets: Triplets,
  { margin, distance }: TripletMarginLossOptions,
): TripletLoss {
  return tf.tidy(() => {
    const summary = tripletMargin(l2Normalize(embeddings), triplets, { margin, distance });
    return { loss: summary.slice(0, 1).asScalar(), summary };
  });
}
