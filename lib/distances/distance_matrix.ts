import * as tf from "@tensorflow/tfjs";
import { l2Normalize } from "../../kernels/distances/l2_normalize.ts";
import { pairwiseDistances } from "../../kernels/distances/pairwise_distances.ts";
import type { DistanceName } from "./distance_name.ts";

/**
 * The distance from every row of `a` to every row of `b`, with a gradient for both. The Euclidean
 * distance between equal rows has the gradient 0.
 *
 * @param a `[n, d]`, raw: normalized here, except for "dot"
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

/**
 * The similarity of every row of `a` to every row of `b`, with a gradient for both: the cosine, the dot
 * product, or minus the Euclidean or squared distance. The Euclidean distance between equal rows has
 * the gradient 0.
 *
 * @param a `[n, d]`, raw: normalized here, except for "dot"
 * @param b `[m, d]`, likewise
 * @returns `[n, m]`
 */
export function similarityMatrix(
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  distance: DistanceName,
): tf.Tensor2D {
  return tf.tidy(() => {
    if (distance === "dot") return tf.matMul(a, b, false, true);
    const unit = l2Normalize(a);
    const other = a === b ? unit : l2Normalize(b);
    if (distance === "cosine") return tf.matMul(unit, other, false, true);
    return tf.neg(gaps(unit, other, distance));
  });
}

/** Turns similarities, as {@linkcode similarityMatrix} gives them, into distances. */
export function toDistances<T extends tf.Tensor>(similarities: T, distance: DistanceName): T {
  return distance === "cosine" ? tf.sub(1, similarities) : tf.neg(similarities);
}

/** Takes differences of rows, because |a|² + |b|² - 2ab cancels if rows are near. */
function gaps(a: tf.Tensor2D, b: tf.Tensor2D, distance: "euclidean" | "squared"): tf.Tensor2D {
  return tf.customGrad((...inputs) => {
    const [a, b, save] = inputs as unknown as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc];
    const value = pairwiseDistances(a, b, distance);
    save([a, b, value]);
    return {
      value,
      gradFunc(upstream: tf.Tensor, saved: tf.Tensor[]) {
        const [a, b, value] = saved as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
        // The derivative is slope x (a - b).
        const slope = distance === "squared"
          ? tf.mul(upstream, 2) as tf.Tensor2D
          : tf.divNoNan(upstream, value) as tf.Tensor2D;
        const transposed = tf.transpose(slope);
        return [pull(slope, a, b), pull(transposed, b, a)];
      },
    };
  })(a, b) as tf.Tensor2D;
}

/** For each row of `own`, the sum over `others` of slope x (own - other). */
function pull(slope: tf.Tensor2D, own: tf.Tensor2D, others: tf.Tensor2D): tf.Tensor {
  return tf.sub(tf.mul(tf.sum(slope, 1, true), own), tf.matMul(slope, others));
}
