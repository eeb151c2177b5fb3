/**
 * Losses, and how to define your own.
 *
 * @module
 */
export type { Loss, LossValue } from "./loss.ts";
export type { LossContext, LossDefinition } from "./loss_definition.ts";
export { createLoss, losses, type LossName, lossNames } from "./registry.ts";
