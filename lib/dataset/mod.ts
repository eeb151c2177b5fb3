/**
 * Folders of images: index them, count their pairs, split them by identity, and sample batches. Loads
 * neither TensorFlow.js nor a decoder.
 *
 * @module
 */
export type { Catalog, CatalogImage, GivenPart, PartName, SkippedFile } from "./catalog/catalog.ts";
export {
  type CatalogOptions,
  type CatalogSettings,
  catalogSettings,
  catalogTitle,
} from "./catalog/catalog_options.ts";
export { countPairs, type PairCounts, type SizeHistogram } from "./catalog/count_pairs.ts";
export { imagesByIdentity } from "./catalog/images_by_identity.ts";
export { indexFolder, type IndexProgress } from "./catalog/index_folder.ts";
export { type PairUse, requireTrainable } from "./catalog/require_pairs.ts";
export type { Estimate, PartEstimate } from "./estimate/estimate.ts";
export { estimateCatalog, type EstimateOptions, estimatePlan } from "./estimate/estimate_pairs.ts";
export {
  independentPairs,
  type NegativeSupport,
  negativeSupport,
  type PairsOfIdentity,
  supportOfImages,
  supportOfPairs,
} from "./estimate/negative_support.ts";
export {
  chanceOfNone,
  identitiesNeededFor,
  negativesNeededFor,
  type PlannedIdentities,
  smallestSupportedFar,
} from "./estimate/supported_far.ts";
export type { Scope } from "./estimate/scope.ts";
export { type BatchShape, batchShape } from "./sampling/batch_shape.ts";
export { type BatchChoice, defaultBatch, fitBatch } from "./sampling/fit_batch.ts";
export { planTraining, type TrainingPlan } from "./sampling/plan_training.ts";
export { sampleEpoch } from "./sampling/sample_epoch.ts";
export { fewIdentities } from "./split/few_identities.ts";
export { type Split, splitByIdentity, splitToJson } from "./split/split_by_identity.ts";
export type { SplitFractions } from "./split/split_sizes.ts";
export type { ScopeAdvice } from "./estimate/scope.ts";
