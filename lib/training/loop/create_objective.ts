import type * as tf from "@tensorflow/tfjs";
import type { LossValue } from "../../losses/loss.ts";
import { createLoss, type LossContext } from "../../losses/create_loss.ts";
import { createMiner } from "../../miners/create_miner.ts";
import type { ObjectiveSettings } from "../settings/groups/objective.ts";
import { objectiveNames } from "../settings/objective_names.ts";

/**
 * The loss of a batch.
 *
 * @param embeddings `[n, d]`, raw
 * @param labels `[n]` int32, 0 to classes - 1
 * @param mined whether the miner chooses; all of the batch counts otherwise
 * @param step which step of training this is
 */
export type Objective = (
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  at: { readonly mined: boolean; readonly step: number },
) => LossValue;

/** Makes a run's loss, with its own weights where it has any, behind its miner. */
export function createObjective(settings: ObjectiveSettings, context: LossContext): Objective {
  const { loss, miner, distance, lossOptions, minerOptions } = objectiveNames(settings);
  const lossOf = createLoss(loss, { ...lossOptions, distance: settings.distance }, context);
  const chosen = createMiner(miner, { ...minerOptions, distance });
  return (embeddings, labels, { mined, step }) =>
    lossOf.apply(embeddings, labels, mined ? chosen.mine(embeddings, labels, step) : null);
}
