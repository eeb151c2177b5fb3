/**
 * Losses, and how to define your own.
 *
 * @module
 */
export { distanceOption } from "../distances/distance_option.ts";
export type { Comparison, LossTerms, References } from "./comparison.ts";
export { batchLoss, classLoss, comparisonLoss, type Terms } from "./comparison_loss.ts";
export { memory } from "./cross_batch_memory.ts";
export type { Loss, LossValue } from "./loss.ts";
export {
  defineLoss,
  type LossContext,
  type LossDefinition,
  pairsOrTriplets,
} from "./loss_definition.ts";
export { pairWeights } from "./pair_weights.ts";
export { createLoss, losses, type LossName, lossNames, registerLoss } from "./registry.ts";
export { activeMean, activeWeight, weightedMean } from "./weighted_mean.ts";
