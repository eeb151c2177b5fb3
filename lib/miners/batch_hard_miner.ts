import * as tf from "@tensorflow/tfjs";
import { mineRows } from "../../kernels/mine_rows.ts";
import type { Triplets } from "../../kernels/triplet_margin.ts";
import { unitRows } from "../../kernels/unit_rows.ts";

/** Options of {@linkcode batchHardMiner}. */
export interface BatchHardMinerOptions {
  /** Between embeddings of unit length. */
  readonly distance: "cosine" | "euclidean";
  /**
   * The nearest negative ("hardest", the default), or the nearest of those strictly farther than the
   * hardest positive ("semi-hard").
   */
  readonly negatives?: "hardest" | "semi-hard";
}

/**
 * One triplet for every embedding as its anchor: its farthest positive and one negative, as PyTorch
 * Metric Learning's `BatchHardMiner`, or its `BatchEasyHardMiner` with hard positives and semi-hard
 * negatives. Of equal distances the lowest index wins; distances that are not finite do not take
 * part. The indices carry no gradient.
 *
 * @param embeddings `[n, d]` of any length: they are brought to unit length here
 * @param labels `[n]` int32
 * @returns `[n]` each; -1 where an anchor has no such positive or negative
 */
export function batchHardMiner(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { distance, negatives = "hardest" }: BatchHardMinerOptions,
): Triplets {
  return tf.tidy(() => ({
    anchors: tf.range(0, labels.size, 1, "int32"),
    ...mineRows(unitRows(embeddings), labels, { distance, negatives }),
  }));
}
