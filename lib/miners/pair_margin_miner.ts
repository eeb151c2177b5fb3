import * as tf from "@tensorflow/tfjs";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import type { DistanceName } from "../distances/distance_name.ts";
import { columnList } from "./column_list.ts";
import type { MinedPairs } from "../../kernels/mining/mined.ts";
import { minerDistances } from "./miner_distances.ts";

/** Options of {@linkcode pairMarginMiner}. */
export interface PairMarginMinerOptions {
  readonly distance: DistanceName;
  /** Positives farther than this are kept. */
  readonly positiveMargin: number;
  /** Negatives nearer than this are kept. */
  readonly negativeMargin: number;
}

/**
 * The pairs that violate a margin, as PyTorch Metric Learning's `PairMarginMiner`. Its margins of a
 * similarity s are 1 - s here.
 *
 * @param embeddings `[n, d]`, raw
 * @param labels `[n]` int32
 * @returns `[n, n]` each
 */
export function pairMarginMiner(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { distance, positiveMargin, negativeMargin }: PairMarginMinerOptions,
): MinedPairs {
  const lists = tf.tidy(() => {
    const distances = minerDistances(embeddings, distance);
    const { positives, negatives } = pairMasks(labels, labels, 0);
    const far = tf.cast(tf.greater(distances, positiveMargin), "float32");
    const near = tf.cast(tf.less(distances, negativeMargin), "float32");
    return {
      positives: columnList(tf.mul(positives, far)),
      negatives: columnList(tf.mul(negatives, near)),
    };
  });
  return { kind: "pairs", ...lists };
}
