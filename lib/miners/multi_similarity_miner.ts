import * as tf from "@tensorflow/tfjs";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import type { DistanceName } from "../distances/distance_name.ts";
import { columnList } from "./column_list.ts";
import type { MinedPairs } from "../../kernels/mining/mined.ts";
import { minerDistances } from "./miner_distances.ts";

/** Options of {@linkcode multiSimilarityMiner}. */
export interface MultiSimilarityMinerOptions {
  readonly distance: DistanceName;
  /** By how much a pair may be easier than the hardest of the other kind; 0.1 is usual. */
  readonly epsilon: number;
}

/** Beyond any distance. */
const FAR = 1e9;

/**
 * The positives that are farther than an anchor's nearest negative less epsilon, and the negatives
 * that are nearer than its farthest positive plus epsilon: the miner of Wang et al. 2019
 * (Multi-Similarity Loss), as PyTorch Metric Learning's `MultiSimilarityMiner`.
 *
 * @param embeddings `[n, d]`, raw
 * @param labels `[n]` int32
 * @returns `[n, n]` each
 */
export function multiSimilarityMiner(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { distance, epsilon }: MultiSimilarityMinerOptions,
): MinedPairs {
  const lists = tf.tidy(() => {
    const distances = minerDistances(embeddings, distance);
    const { positives, negatives } = pairMasks(labels, labels, 0);
    const away = (mask: tf.Tensor2D) => tf.mul(tf.sub(1, mask), FAR);
    const nearest = tf.min(tf.add(distances, away(negatives)), 1, true);
    const farthest = tf.max(tf.sub(distances, away(positives)), 1, true);
    const hardPositive = tf.greater(tf.sub(tf.add(distances, epsilon), nearest), 0);
    const hardNegative = tf.less(tf.sub(tf.sub(distances, epsilon), farthest), 0);
    return {
      positives: columnList(tf.mul(positives, tf.cast(hardPositive, "float32"))),
      negatives: columnList(tf.mul(negatives, tf.cast(hardNegative, "float32"))),
    };
  });
  return { kind: "pairs", ...lists };
}
