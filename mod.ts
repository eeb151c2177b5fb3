/**
 * Futago (双子, twins) trains image verifiers: two pictures in, "same or different, and how sure" out.
 *
 * @module
 */

// What is said to people, ready to be translated.
export { defineMessages } from "./lib/language/define_messages.ts";
export {
  formatMessage,
  type FormatOptions,
  type Language,
  languages,
  type MessageValue,
  type OptionName,
  type Text,
  type UserMessage,
} from "./lib/language/user_message.ts";
export { messageJson } from "./lib/language/message_json.ts";
export { UserError } from "./lib/language/user_error.ts";
export { escapeControls } from "./lib/language/escape_controls.ts";

// Dataset: index a folder, count its pairs, split it, draw batches.
export type { Catalog, CatalogImage, SkippedFile } from "./lib/dataset/catalog/catalog.ts";
export { indexFolder, type IndexProgress } from "./lib/dataset/catalog/index_folder.ts";
export { type BatchShape, batchShape } from "./lib/dataset/sampling/batch_shape.ts";
export {
  countPairs,
  type PairCounts,
  type SizeHistogram,
} from "./lib/dataset/catalog/count_pairs.ts";
export type { Estimate, PartEstimate } from "./lib/dataset/estimate/estimate.ts";
export {
  estimateCatalog,
  type EstimateOptions,
  estimatePlan,
} from "./lib/dataset/estimate/estimate_pairs.ts";
export { imagesByIdentity } from "./lib/dataset/catalog/images_by_identity.ts";
export { requireTrainable } from "./lib/dataset/catalog/require_pairs.ts";
export { sampleEpoch } from "./lib/dataset/sampling/sample_epoch.ts";
export type { Scope } from "./lib/dataset/estimate/scope.ts";
export { type Split, splitByIdentity, splitToJson } from "./lib/dataset/split/split_by_identity.ts";
export type { SplitFractions } from "./lib/dataset/split/split_sizes.ts";

// Images: decode, resize, cache, augment.
export { augmentBatch, type BatchAugmentation } from "./lib/images/augment/augment_batch.ts";
export {
  articleAugmentation,
  type Augmentation,
  defaultAugmentation,
} from "./lib/images/augment/augmentation.ts";
export {
  type BatchPosition,
  sampleAugmentation,
} from "./lib/images/augment/sample_augmentation.ts";
export { decodeImage } from "./lib/images/decode/decode_image.ts";
export { ImageError } from "./lib/images/decode/image_error.ts";
export type { Normalization } from "./lib/images/normalize/normalization.ts";
export { normalizeImages } from "./lib/images/normalize/normalize_images.ts";
export { openPixelStore, type PixelStoreOptions } from "./lib/images/cache/open_pixel_store.ts";
export type { PixelLayout, Pixels, PixelView } from "./lib/images/decode/pixels.ts";
export type { PixelStore } from "./lib/images/cache/pixel_store.ts";
export type { ImageFormat } from "./lib/images/formats/image_formats.ts";
export type { ImageHeader } from "./lib/images/formats/inspect_image.ts";
export { resizePixels } from "./lib/images/decode/resize_pixels.ts";

// Kernels, miners and losses.
export { pairwiseDistances } from "./kernels/distances/pairwise_distances.ts";
export {
  type MinedRowTensors,
  mineRows,
  type MineRowsOptions,
} from "./kernels/mining/mine_rows.ts";
export { l2Normalize } from "./kernels/distances/l2_normalize.ts";
export type { Triplets } from "./kernels/mining/mined.ts";
export type { Distance, Rows } from "./kernels/reference/distances/distance.ts";
export type { MinedNegatives } from "./kernels/reference/mining/mine_rows.ts";
export type { TripletSelection } from "./kernels/reference/triplets/triplet_band.ts";
export {
  type TripletSummary,
  tripletSummary,
} from "./kernels/reference/triplets/triplet_summary.ts";
export type { Mined, MinedBand, MinedPairs, MinedTriplets } from "./kernels/mining/mined.ts";
export { type DistanceName, distanceNames } from "./lib/distances/distance_name.ts";
export { distanceMatrix } from "./lib/distances/distance_matrix.ts";
export {
  describeOptions,
  type GivenOptions,
  type Option,
  type OptionDescription,
  type OptionEntries,
  type OptionValues,
} from "./lib/options/options.ts";
export type { Miner } from "./lib/miners/miner.ts";
export type { MinerDefinition } from "./lib/miners/miner_definition.ts";
export { createMiner, type MinerName, minerNames, miners } from "./lib/miners/registry.ts";
export type { Loss, LossValue } from "./lib/losses/loss.ts";
export type { LossContext, LossDefinition } from "./lib/losses/loss_definition.ts";
export { createLoss, losses, type LossName, lossNames } from "./lib/losses/registry.ts";
export {
  type CheckedObjective,
  type ObjectiveChoice,
  requireObjective,
} from "./lib/training/settings/require_objective.ts";

// Backends.
export { type BackendName, type OpenBackend, openBackend } from "./lib/backends/open_backend.ts";
export type { AdapterFacts, AdapterFeature, AdapterLimit } from "./lib/backends/webgpu.ts";

// Doctor: what a machine offers, every kernel checked on it.
export type { BackendVerdict, Diagnosis } from "./lib/doctor/diagnosis.ts";
export { examineMachine, type ExamineOptions } from "./lib/doctor/examine_machine.ts";
export type { KernelCheck } from "./kernels/checks/kernel_check.ts";
export type { KernelVerdict } from "./kernels/checks/run_checks.ts";
export type { MachineFacts } from "./lib/doctor/machine_facts.ts";

// Model and artefact.
export type {
  Calibration,
  HeldOutIntervals,
  HeldOutMetrics,
  ModelMetadata,
} from "./lib/model_file/model_metadata.ts";
export { makeFolder } from "./lib/io/make_folder.ts";
export { modelMetadataToStrings } from "./lib/model_file/model_metadata_schema.ts";
export { parseModelMetadata } from "./lib/model_file/parse_model_metadata.ts";
export { parseSafetensors } from "./lib/model_file/parse_safetensors.ts";
export { programVersion } from "./lib/model_file/program_version.ts";
export { readSafetensors } from "./lib/model_file/read_safetensors.ts";
export type { FileTensor, TensorFile } from "./lib/model_file/tensor_file.ts";
export { SeenImages } from "./lib/model_file/seen_images.ts";
export { writeAtomically } from "./lib/io/write_atomically.ts";
export { writeSafetensors } from "./lib/model_file/write_safetensors.ts";
export type { Backbone, Tower } from "./lib/model/backbones/backbone.ts";
export { backboneNames, backbones } from "./lib/model/backbones/registry.ts";
export {
  type Initial,
  type InitialValues,
  type Parameter,
  type ParameterKind,
  Parameters,
} from "./lib/model/layers/parameters.ts";
export type { DropPath } from "./lib/model/layers/drop_path.ts";
export { type ImageNetOptions, imageNetWeights } from "./lib/model/weights/imagenet_weights.ts";
export { loadVerifier } from "./lib/model/load_verifier.ts";
export { type LoadedWeights, loadWeights } from "./lib/model/weights/load_weights.ts";
export type { Verifier } from "./lib/model/verifier.ts";

// Optimizers and schedules.
export type { Counters, Optimizer, OptimizerState } from "./lib/optimizers/optimizer.ts";
export type { OptimizerDefinition } from "./lib/optimizers/optimizer_definition.ts";
export type { OptimizerOptions, ParameterGroup } from "./lib/optimizers/optimizer_options.ts";
export {
  createOptimizer,
  type OptimizerName,
  optimizerNames,
  optimizers,
} from "./lib/optimizers/registry.ts";
export { learningRateAt, type ScheduleSettings } from "./lib/schedules/learning_rate_at.ts";
export { noPlateau, type Plateau, watchPlateau } from "./lib/schedules/plateau.ts";
export { type ScheduleName, scheduleNames, schedules } from "./lib/schedules/registry.ts";
export type {
  ScheduleDefinition,
  ScheduleOptions,
  SchedulePlace,
} from "./lib/schedules/schedule_definition.ts";

// Training.
export { completeSettings } from "./lib/training/settings/complete_settings.ts";
export type { SettingDescription } from "./lib/training/settings/setting.ts";
export type { RunSettings } from "./lib/training/settings/groups/run.ts";
export type { HeldOutSettings } from "./lib/training/settings/groups/held_out.ts";
export type { ModelSettings } from "./lib/training/settings/groups/model.ts";
export type { FineTuningSettings } from "./lib/training/settings/groups/fine_tuning.ts";
export type { ObjectiveSettings } from "./lib/training/settings/groups/objective.ts";
export type { BatchSettings } from "./lib/training/settings/groups/batches.ts";
export type { OptimizationSettings } from "./lib/training/settings/groups/optimization.ts";
export type { SettingLayer } from "./lib/training/settings/setting_layer.ts";
export {
  type AugmentationName,
  augmentationNames,
  augmentationPresets,
} from "./lib/training/settings/augmentation.ts";
export { type Config, parseConfig } from "./lib/training/settings/parse_config.ts";
export { parseSettings } from "./lib/training/settings/parse_settings.ts";
export {
  type PresetName,
  presetNames,
  presetNotes,
  presets,
} from "./lib/training/settings/presets.ts";
export { readConfig } from "./lib/training/run_folder/read_config.ts";
export { resolveSettings } from "./lib/training/settings/resolve_settings.ts";
export { resumeRun } from "./lib/training/run_folder/run_folder.ts";
export { train } from "./lib/training/train.ts";
export type { TrainOptions } from "./lib/training/train_options.ts";
export type { TrainResult } from "./lib/training/train_result.ts";
export type { TrainEvent } from "./lib/training/loop/train_event.ts";
export {
  defaultSettings,
  flagOf,
  type NamedOptions,
  type SettingGroup,
  settingGroups,
  type TrainSettings,
} from "./lib/training/settings/train_settings.ts";
export type { DuplicateCounts } from "./lib/training/data/check_split.ts";
export type { EpochScore } from "./lib/training/run_folder/position.ts";
export type { EpochMetrics } from "./lib/training/run_folder/epoch_metrics.ts";

// Evaluation and verification.
export { areaUnderCurve } from "./lib/evaluation/metrics/area_under_curve.ts";
export { averagePrecision } from "./lib/evaluation/metrics/average_precision.ts";
export { bestAccuracy } from "./lib/evaluation/metrics/best_accuracy.ts";
export {
  bootstrap,
  type BootstrapResult,
  type ResampleOptions,
} from "./lib/evaluation/intervals/bootstrap.ts";
export {
  bootstrapIntervals,
  type BootstrapOptions,
  type Intervals,
} from "./lib/evaluation/intervals/bootstrap_intervals.ts";
export type { ConfidenceInterval } from "./lib/evaluation/intervals/percentile_interval.ts";
export {
  calibrate,
  type CalibratedThreshold,
  chooseThreshold,
  type ChosenThreshold,
  thresholdAtFar,
  type ThresholdPolicy,
} from "./lib/evaluation/threshold/calibrate.ts";
export { cosineSimilarity } from "./lib/evaluation/similarities/cosine_similarity.ts";
export {
  type CrossValidatedAccuracy,
  crossValidatedAccuracy,
} from "./lib/evaluation/metrics/cross_validated_accuracy.ts";
export { type DetCurve, detCurve } from "./lib/evaluation/curves/det_curve.ts";
export type { Embeddings } from "./lib/evaluation/similarities/embeddings.ts";
export { equalErrorRate } from "./lib/evaluation/metrics/equal_error_rate.ts";
export { errorRatesAt } from "./lib/evaluation/scores/threshold_search.ts";
export { evaluatePairs, type PairMetrics } from "./lib/evaluation/metrics/evaluate_pairs.ts";
export { type FarKey, farKeys, tarAtFarMetric } from "./lib/evaluation/metrics/far_keys.ts";
export type {
  MetricDefinition,
  MetricUnit,
  PairMetricDefinition,
} from "./lib/evaluation/metrics/metric_definition.ts";
export { operatingPointMetrics } from "./lib/evaluation/metrics/operating_point_metrics.ts";
export {
  type PairMetricKey,
  pairMetricKeys,
  pairMetrics,
  type ScalarMetrics,
} from "./lib/evaluation/metrics/pair_metrics.ts";
export {
  type IdentityMetrics,
  identityVisitor,
  metricsByIdentity,
} from "./lib/evaluation/metrics/metrics_by_identity.ts";
export {
  type HardestPairs,
  hardestPairs,
  hardestPairsVisitor,
  type ScoredPair,
} from "./lib/evaluation/scores/hardest_pairs.ts";
export { labelListedPairs } from "./lib/evaluation/scores/score_listed_pairs.ts";
export {
  labeledScoresVisitor,
  labelScores,
  type LabelScoresOptions,
} from "./lib/evaluation/scores/label_scores.ts";
export type { LabeledScores } from "./lib/evaluation/scores/pair_scores.ts";
export {
  type OpenSetIdentification,
  openSetIdentification,
} from "./lib/evaluation/identification/open_set_identification.ts";
export { type OpenSetSplit, openSetSplit } from "./lib/evaluation/identification/open_set_split.ts";
export {
  operatingPointAt,
  type OperatingPointChoice,
} from "./lib/evaluation/threshold/operating_point_at.ts";
export {
  type OperatingPoint,
  operatingPoints,
} from "./lib/evaluation/threshold/operating_points.ts";
export { type PackedRows, packRows } from "./lib/evaluation/similarities/packed_rows.ts";
export { negativesNeededFor } from "./lib/dataset/estimate/rule_of_three.ts";
export type { PairScores } from "./lib/evaluation/scores/pair_scores.ts";
export {
  type PrecisionRecallCurve,
  precisionRecallCurve,
} from "./lib/evaluation/curves/precision_recall_curve.ts";
export {
  retrievalDefinitions,
  retrievalKeys,
  type RetrievalMetrics,
  retrievalMetrics,
  retrievalVisitor,
} from "./lib/evaluation/metrics/retrieval_metrics.ts";
export { type RocCurve, rocCurve } from "./lib/evaluation/curves/roc_curve.ts";
export { pairScoresVisitor, scorePairs } from "./lib/evaluation/scores/score_pairs.ts";
export {
  type SimilarityHistogram,
  similarityHistogram,
} from "./lib/evaluation/curves/similarity_histogram.ts";
export { scoreEnrolled } from "./lib/evaluation/scores/score_enrolled.ts";
export { type RowPair, scoreListedPairs } from "./lib/evaluation/scores/score_listed_pairs.ts";
export { smallestSupportedFar } from "./lib/dataset/estimate/rule_of_three.ts";
export { type SortedScores, sortScores } from "./lib/evaluation/scores/sort_scores.ts";
export { tarAtFar } from "./lib/evaluation/metrics/tar_at_far.ts";
export type { CurveOptions } from "./lib/evaluation/curves/for_each_curve_point.ts";
export {
  forEachSimilarity,
  type SimilarityVisitor,
} from "./lib/evaluation/similarities/for_each_similarity.ts";
export {
  forEachSimilarityInParallel,
  type ParallelOptions,
} from "./lib/evaluation/similarities/for_each_similarity_in_parallel.ts";
export { contactSheet, type ContactSheetContent } from "./lib/reporting/contact_sheet.ts";
export { describeRates, type MeasuredRates } from "./lib/reporting/describe_rates.ts";
export { writeTensorBoard } from "./lib/reporting/tensorboard/write_tensorboard.ts";
export {
  type ProjectorContent,
  writeProjector,
} from "./lib/reporting/tensorboard/write_projector.ts";
export type { ProjectorRow } from "./lib/reporting/tensorboard/projector_metadata.ts";
export { verificationJson } from "./lib/reporting/verification_json.ts";
export { type FolderReport, writeFolderReport } from "./lib/reporting/write_folder_report.ts";
export { writeVerification } from "./lib/reporting/write_verification.ts";
export { findPairs, type FoundPairs } from "./lib/verification/pair_lists/find_pairs.ts";
export type {
  EnrolledMetrics,
  FolderMetrics,
  FolderVerification,
  VerificationMode,
} from "./lib/verification/folder_verification.ts";
export { type MeasureAllOptions, measureAllPairs } from "./lib/verification/measure_all_pairs.ts";
export type { MeasuredPairs, VerificationCurves } from "./lib/verification/measured_pairs.ts";
export type { MeasureProgress } from "./lib/verification/measured_pairs.ts";
export { newestRun } from "./lib/training/run_folder/newest_run.ts";
export type {
  ImageReference,
  ListedPair,
  PairList,
} from "./lib/verification/pair_lists/pair_list.ts";
export type { SeenInTraining } from "./lib/verification/exclude_seen.ts";
export { type MadePairList, makePairList } from "./lib/verification/pair_lists/make_pair_list.ts";
export { formatPairList } from "./lib/verification/pair_lists/format_pair_list.ts";
export { parsePairList } from "./lib/verification/pair_lists/parse_pair_list.ts";
export { readImage } from "./lib/images/decode/read_image.ts";
export {
  verifyFolder,
  type VerifyFolderOptions,
  type VerifyProgress,
} from "./lib/verification/verify_folder.ts";
export { type PairVerdict, verifyPair } from "./lib/verification/verify_pair.ts";

// Sample set.
export { createSampleSet, type SampleSetOptions } from "./data/create_sample_set.ts";
