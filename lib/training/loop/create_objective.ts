import type * as tf from "@tensorflow/tfjs";
import type { LossValue } from "../../losses/loss.ts";
import type { LossContext } from "../../losses/loss_definition.ts";
import type { ObjectiveSettings } from "../settings/groups/objective.ts";
import { requireObjective } from "../settings/require_objective.ts";

/**
 * Computes the loss of a batch.
 *
 * @param embeddings `[n, d]`, raw
 * @param labels `[n]` int32, 0 to classes - 1
 * @param at.mined true if the miner chooses what counts; all of the batch counts otherwise
 * @param at.step the number of the training step
 */
export type Objective = (
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  at: { readonly mined: boolean; readonly step: number },
) => LossValue;

/**
 * Makes a run's loss, with its own weights if it has any, behind the run's miner.
 *
 * @throws {UserError} if the settings do not go together
 */
export function createObjective(settings: ObjectiveSettings, context: LossContext): Objective {
  const { loss, lossOptions, miner, minerOptions } = requireObjective(settings);
  const { apply } = loss.create(lossOptions, context);
  const { mine } = miner.create(minerOptions);
  return (embeddings, labels, { mined, step }) =>
    apply(embeddings, labels, mined ? mine(embeddings, labels, step) : null);
}
