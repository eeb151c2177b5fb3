import * as tf from "@tensorflow/tfjs";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import type { Hardness } from "../../kernels/reference/mining/select_columns.ts";
import { selectColumns } from "../../kernels/mining/select_columns.ts";
import type { DistanceName } from "../distances/distance_name.ts";
import { columnList } from "./column_list.ts";
import type { MinedPairs, MinedTriplets } from "../../kernels/mining/mined.ts";
import { minerDistances } from "./miner_distances.ts";

/** Options of {@linkcode batchEasyHardMiner}. */
export interface BatchEasyHardMinerOptions {
  readonly distance: DistanceName;
  /** Which positive of every anchor, or all of them. */
  readonly positive: Hardness | "all";
  /** Which negative of every anchor, or all of them. Not semi-hard where the positive is, or all. */
  readonly negative: Hardness | "all";
}

/**
 * For every embedding as anchor an easy, hard or semi-hard positive and such a negative, or all of a
 * side, as PyTorch Metric Learning's `BatchEasyHardMiner` (Xuan et al. 2020). Semi-hard is the hardest
 * strictly beyond the other side's choice. Of equal distances the lowest index wins.
 *
 * @param embeddings `[n, d]`, raw
 * @param labels `[n]` int32
 * @returns triplets `[n, 1]`, where an anchor that lacks a side has none; where all of a side are
 * wanted, pairs, each side by itself
 * @throws Error where both sides are semi-hard, or one is and the other wants all
 */
export function batchEasyHardMiner(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { distance, positive, negative }: BatchEasyHardMinerOptions,
): MinedPairs | MinedTriplets {
  const sides = [positive, negative];
  if (sides.includes("semi-hard") && (positive === negative || sides.includes("all"))) {
    throw new Error(
      `Batch easy-hard: wanted easy or hard beside semi-hard, found ${positive} and ${negative}`,
    );
  }
  const lists = tf.tidy(() => {
    // The root keeps the order, but rounds some distances that differ to the same number.
    const order = distance === "euclidean" ? "squared" : distance;
    const distances = minerDistances(embeddings, order);
    const chosen = selectColumns({ distances, labels, others: labels }, {
      positive: positive === "all" ? "easy" : positive,
      negative: negative === "all" ? "easy" : negative,
      self: 0,
    });
    const positives = chosen.positives.expandDims<tf.Tensor2D>(1);
    const negatives = chosen.negatives.expandDims<tf.Tensor2D>(1);
    const all = pairMasks(labels, labels, 0);
    return {
      positives: positive === "all" ? columnList(all.positives) : positives,
      negatives: negative === "all" ? columnList(all.negatives) : negatives,
    };
  });
  return { kind: sides.includes("all") ? "pairs" : "triplets", ...lists };
}
