import * as tf from "@tensorflow/tfjs";
import { sampleNegatives } from "../../kernels/mining/sample_negatives.ts";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import { columnList } from "./column_list.ts";
import type { MinedTriplets } from "../../kernels/mining/mined.ts";
import { minerDistances } from "./miner_distances.ts";

/** Options of {@linkcode distanceWeightedMiner}. */
export interface DistanceWeightedMinerOptions {
  /** Nearer negatives count as being so far: 0.5 in the paper. Below 2. */
  readonly cutoff: number;
  /** Negatives from this distance on are not drawn: 1.4 in the paper. */
  readonly farthest: number;
  /** A whole number from 0 to 2^24 - 1. */
  readonly seed: number;
}

/**
 * For every positive pair a negative of its anchor, drawn with a probability in inverse proportion to
 * how many points of a unit sphere lie at its Euclidean distance d, which is
 * d^(D-2) (1 - d²/4)^((D-3)/2) in D dimensions: the sampling of Wu et al. 2017 (Sampling Matters in
 * Deep Embedding Learning). An anchor all of whose negatives are too far has no triplet.
 *
 * @param embeddings `[n, D]`, raw
 * @param labels `[n]` int32
 * @param draw a whole number from 0 to 2^24 - 1; the same seed and draw give the same triplets
 * @returns `[n, n]` each: positive j in place j
 */
export function distanceWeightedMiner(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { cutoff, farthest, seed }: DistanceWeightedMinerOptions,
  draw: number,
): MinedTriplets {
  const lists = tf.tidy(() => {
    const distances = minerDistances(embeddings, "euclidean");
    const { positives, negatives } = pairMasks(labels, labels, 0);
    const reach = tf.cast(tf.less(distances, farthest), "float32");
    const weights = inverseDensity(
      distances,
      tf.mul(negatives, reach),
      embeddings.shape[1],
      cutoff,
    );
    const drawn = sampleNegatives({ weights, labels, others: labels }, {
      seed,
      sample: draw,
      self: 0,
    });
    return { positives: columnList(positives), negatives: drawn };
  });
  return { kind: "triplets", ...lists };
}

/** @returns `[n, n]`, the largest of a row 1, and 0 where `mask` is */
function inverseDensity(
  distances: tf.Tensor2D,
  mask: tf.Tensor2D,
  dimension: number,
  cutoff: number,
): tf.Tensor2D {
  // Points opposite of each other have the density 0.
  const d = tf.clipByValue(distances, cutoff, 2 - 1e-4);
  const logWeights = tf.add(
    tf.mul(tf.log(d), 2 - dimension),
    tf.mul(tf.log(tf.sub(1, tf.mul(tf.square(d), 0.25))), (3 - dimension) / 2),
  );
  const kept = tf.sub(logWeights, tf.mul(tf.sub(1, mask), 1e9));
  const largest = tf.max(kept, 1, true);
  return tf.mul(tf.exp(tf.minimum(tf.sub(logWeights, largest), 0)), mask);
}
