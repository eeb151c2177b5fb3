import * as tf from "@tensorflow/tfjs";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { atLeast } from "../options/schemas.ts";
import { columnList, minerDistances } from "./miner_distances.ts";
import { defineMiner, type MinerDefinition } from "./miner_definition.ts";

/** Beyond any distance. */
const beyond = 1e9;

/**
 * The positives that are farther than an anchor's nearest negative less epsilon, and the negatives
 * that are nearer than its farthest positive plus epsilon: the miner of Wang et al. 2019
 * (Multi-Similarity Loss), as PyTorch Metric Learning's `MultiSimilarityMiner`.
 */
export const multiSimilarityMiner: MinerDefinition<"multi-similarity"> = defineMiner({
  name: "multi-similarity",
  options: {
    distance: distanceOption(),
    epsilon: option(atLeast(0), 0.1, {
      en: "how much easier a pair may be than the hardest pair of the other kind",
      ja: "反対側の最も難しいペアより、どれだけ易しいペアまで使うか",
    }),
  },
  kindOf: () => "pairs",
  mine(embeddings, labels, { distance, epsilon }) {
    const lists = tf.tidy(() => {
      const distances = minerDistances(embeddings, distance);
      const { positives, negatives } = pairMasks(labels, labels, 0);
      const outside = (mask: tf.Tensor2D) => tf.mul(tf.sub(1, mask), beyond);
      const nearest = tf.min(tf.add(distances, outside(negatives)), 1, true);
      const farthest = tf.max(tf.sub(distances, outside(positives)), 1, true);
      const hardPositive = tf.greater(tf.sub(tf.add(distances, epsilon), nearest), 0);
      const hardNegative = tf.less(tf.sub(tf.sub(distances, epsilon), farthest), 0);
      return {
        positives: columnList(tf.mul(positives, tf.cast(hardPositive, "float32"))),
        negatives: columnList(tf.mul(negatives, tf.cast(hardNegative, "float32"))),
      };
    });
    return { kind: "pairs", ...lists };
  },
});
