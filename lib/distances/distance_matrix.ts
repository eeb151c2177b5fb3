import * as tf from "@tensorflow/tfjs";
import type { DistanceName } from "./distance_name.ts";
import { similarityMatrix } from "./similarity_matrix.ts";
import { toDistances } from "./to_distances.ts";

/**
 * The distance from every row of `a` to every row of `b`, with a gradient for both. The Euclidean
 * distance of rows that are the same has the gradient 0.
 *
 * @param a `[n, d]`, raw: brought to unit length here, except for "dot"
 * @param b `[m, d]`, likewise
 * @returns `[n, m]`
 */
export function distanceMatrix(
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  distance: DistanceName,
): tf.Tensor2D {
  return tf.tidy(() => toDistances(similarityMatrix(a, b, distance), distance));
}
