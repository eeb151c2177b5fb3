import { findDefinition } from "../options/find_definition.ts";
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

/** All losses. */
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

/** The name of a loss. */
export type LossName = typeof losses[number]["name"];

/** The names of all losses. */
export const lossNames: readonly LossName[] = losses.map(({ name }) => name);

/**
 * Finds a loss by its name.
 *
 * @throws {UserError} if no loss has the name
 */
export function findLoss(name: string): LossDefinition<LossName> {
  return findDefinition(losses, name, lossMessages.kind());
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
