import type * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import { distanceMatrix } from "../distances/distance_matrix.ts";
import type { DistanceName } from "../distances/distance_name.ts";

/**
 * The distances that a miner looks at, which have no gradient.
 *
 * @param embeddings `[n, d]`, raw
 * @returns `[n, n]`
 */
export function minerDistances(embeddings: tf.Tensor2D, distance: DistanceName): tf.Tensor2D {
  const fixed = detach(embeddings);
  return distanceMatrix(fixed, fixed, distance);
}
