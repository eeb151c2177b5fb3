import * as tf from "@tensorflow/tfjs";
import type { DistanceName } from "./distance_name.ts";

/** Similarities, as `similarityMatrix` gives them, as distances. */
export function toDistances<T extends tf.Tensor>(similarities: T, distance: DistanceName): T {
  return distance === "cosine" ? tf.sub(1, similarities) : tf.neg(similarities);
}
