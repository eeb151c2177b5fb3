import type * as tf from "@tensorflow/tfjs";
import { allTripletsLoss } from "../losses/all_triplets_loss.ts";
import type { TripletLoss } from "../losses/triplet_loss.ts";
import { tripletMarginLoss } from "../losses/triplet_margin_loss.ts";
import { batchHardMiner } from "../miners/batch_hard_miner.ts";
import type { MinerName, TrainSettings } from "./train_settings.ts";

/** From embeddings `[n, d]` and labels `[n]` to a loss. */
export type Objective = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => TripletLoss;

/** The share of a run that learns from all triplets, before its own miner takes over. */
const gentleShare = 0.3;

/** Which triplets a run learns from: hard ones too early make every embedding the same. */
export function minerAt(progress: number, miner: MinerName): MinerName {
  return progress < gentleShare ? "all" : miner;
}

/** Makes the loss over the triplets that a miner chooses. */
export function tripletObjective(
  miner: MinerName,
  { margin, distance }: Pick<TrainSettings, "margin" | "distance">,
): Objective {
  if (miner === "batch-hard") {
    return (embeddings, labels) =>
      tripletMarginLoss(embeddings, batchHardMiner(embeddings, labels, { distance }), {
        margin,
        distance,
      });
  }
  return (embeddings, labels) =>
    allTripletsLoss(embeddings, labels, { margin, distance, select: miner });
}
