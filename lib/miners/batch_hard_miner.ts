import * as tf from "@tensorflow/tfjs";
import { l2Normalize } from "../../kernels/distances/l2_normalize.ts";
import { mineRows } from "../../kernels/mining/mine_rows.ts";
import { detach } from "../../kernels/runtime/detach.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { defineMiner, type MinerDefinition } from "./miner_definition.ts";

/**
 * One triplet for every embedding as its anchor: its farthest positive and its nearest negative, as
 * PyTorch Metric Learning's `BatchHardMiner`. Of equal distances the lowest index wins. Distances that
 * are not finite do not take part. No distance is stored: memory grows with n.
 */
export const batchHardMiner: MinerDefinition<"batch-hard"> = defineMiner({
  name: "batch-hard",
  options: { distance: distanceOption() },
  kindOf: () => "triplets",
  mine: (embeddings, labels, { distance }) =>
    tf.tidy(() => {
      // A dot product orders raw rows as 1 less the product does.
      const [rows, order] = distance === "dot"
        ? [detach(embeddings), "cosine"] as const
        : [l2Normalize(detach(embeddings)), distance];
      const mined = mineRows(rows, labels, { distance: order, negatives: "hardest" });
      const column = (indices: tf.Tensor1D) => indices.reshape<tf.Tensor2D>([labels.size, 1]);
      return {
        kind: "triplets" as const,
        positives: column(mined.positives),
        negatives: column(mined.negatives),
      };
    }),
});
