import { addDefinition, findDefinition } from "../options/find_definition.ts";
import type { GivenOptions } from "../options/options.ts";
import { arcfaceLoss } from "./arcface_loss.ts";
import { bceLoss } from "./bce_loss.ts";
import { circleLoss } from "./circle_loss.ts";
import { contrastiveLoss } from "./contrastive_loss.ts";
import { cosfaceLoss } from "./cosface_loss.ts";
import type { Loss } from "./loss.ts";
import type { LossContext, LossDefinition } from "./loss_definition.ts";
import { lossMessages } from "./messages.ts";
import { multiSimilarityLoss } from "./multi_similarity_loss.ts";
import { ntxentLoss } from "./ntxent_loss.ts";
import { proxyAnchorLoss } from "./proxy_anchor_loss.ts";
import { supconLoss } from "./supcon_loss.ts";
import { tripletLoss } from "./triplet_loss.ts";

/** All losses of this package. */
export const losses = [
  tripletLoss,
  contrastiveLoss,
  bceLoss,
  ntxentLoss,
  supconLoss,
  multiSimilarityLoss,
  arcfaceLoss,
  cosfaceLoss,
  proxyAnchorLoss,
  circleLoss,
] as const;

/** The name of a loss, of this package or registered. */
export type LossName = typeof losses[number]["name"] | (string & Record<never, never>);

const registered: LossDefinition[] = [...losses];

/** The names of the losses that a run can choose: those of this package, then those registered. */
export function lossNames(): readonly LossName[] {
  return registered.map(({ name }) => name);
}

/**
 * Adds a loss of your own, so that settings can name it. A program that resumes a run registers the
 * run's loss first.
 *
 * @throws {UserError} if another loss has the name
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { batchLoss, defineLoss, distanceOption, registerLoss } from "@futago/futago/losses";
 *
 * registerLoss(defineLoss({
 *   name: "mean-distance",
 *   options: { distance: distanceOption() },
 *   mined: [],
 *   create: ({ distance }, context) =>
 *     batchLoss({ distance, memory: 0 }, context, ({ distances, all }) => ({
 *       loss: tf.mean(tf.mul(distances, tf.sub(all.positives, all.negatives))),
 *       active: tf.sum(all.positives),
 *       valid: tf.sum(all.positives),
 *     })),
 * }));
 * ```
 */
export function registerLoss(definition: LossDefinition): void {
  addDefinition(registered, definition, lossMessages.kind());
}

/**
 * Finds a loss by its name.
 *
 * @throws {UserError} if no loss has the name
 */
export function findLoss(name: string): LossDefinition {
  return findDefinition(registered, name, lossMessages.kind());
}

/**
 * Makes a loss.
 *
 * @param options its options; those that are not given have their defaults, the distance "cosine"
 * @throws {UserError} if no loss has the name, or an option is unknown or out of range
 *
 * @example
 * ```ts
 * const context = { parameters: model.parameters, embeddingSize: 128, classes: 70 };
 * const loss = createLoss("triplet", { distance: "euclidean", margin: 0.3 }, context);
 * ```
 */
export function createLoss(name: string, options: GivenOptions, context: LossContext): Loss {
  return findLoss(name).create(options, context);
}
