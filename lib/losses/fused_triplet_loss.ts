import * as tf from "@tensorflow/tfjs";
import { allTripletsLoss, type AllTripletsLossOptions } from "./all_triplets_loss.ts";
import type { Loss } from "./loss.ts";

/**
 * The plain triplet margin loss over all of a batch straight from the embeddings, by kernels that fuse
 * distances, loss and gradient, where the backend is WebGPU: a few launches where the general loss
 * takes dozens. On processors the general loss is as fast.
 *
 * @param general computes all else: mined triplets, and other backends
 */
export function fusedTripletLoss(options: AllTripletsLossOptions, general: Loss): Loss {
  return {
    apply(embeddings, labels, mined) {
      return mined === null && tf.getBackend() === "webgpu"
        ? allTripletsLoss(embeddings, labels, options)
        : general.apply(embeddings, labels, mined);
    },
  };
}
