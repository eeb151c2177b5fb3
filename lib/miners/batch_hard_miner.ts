import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import { mineRows } from "../../kernels/mining/mine_rows.ts";
import type { Triplets } from "../../kernels/mining/mined.ts";
import { l2Normalize } from "../../kernels/distances/l2_normalize.ts";
import type { DistanceName } from "../distances/distance_name.ts";

/** Options of {@linkcode batchHardMiner}. */
export interface BatchHardMinerOptions {
  readonly distance: DistanceName;
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
 * part. The indices carry no gradient, and no distance is stored: memory grows with n.
 *
 * @param embeddings `[n, d]` raw: brought to unit length where the distance wants it
 * @param labels `[n]` int32
 * @returns `[n]` each; -1 where an anchor has no such positive or negative
 */
export function batchHardMiner(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { distance, negatives = "hardest" }: BatchHardMinerOptions,
): Triplets {
  return tf.tidy(() => {
    // A dot product orders raw rows as 1 less the product does.
    const [rows, order] = distance === "dot"
      ? [detach(embeddings), "cosine"] as const
      : [l2Normalize(detach(embeddings)), distance];
    const anchors = tf.range(0, labels.size, 1, "int32");
    return { anchors, ...mineRows(rows, labels, { distance: order, negatives }) };
  });
}
