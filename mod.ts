/**
 * Futago (双子, twins) trains image verifiers: two pictures in, "same or different, and how sure" out.
 *
 * @module
 */

// What is said to people, ready to be translated.
export { Message, message, type MessageValue } from "./lib/message.ts";
export { reason } from "./lib/reason.ts";
export { UserError } from "./lib/user_error.ts";
export { escapeControls } from "./lib/visible.ts";

// Dataset: index a folder, count its pairs, split it, draw batches.
export type { Catalog, CatalogImage, ImageFormat, SkippedFile } from "./lib/dataset/catalog.ts";
export { indexFolder, type IndexProgress } from "./lib/dataset/index_folder.ts";
export { type BatchShape, batchShape } from "./lib/dataset/batch_shape.ts";
export { countPairs, type PairCounts, type SizeHistogram } from "./lib/dataset/count_pairs.ts";
export type { Estimate, PartEstimate } from "./lib/dataset/estimate.ts";
export {
  estimateCatalog,
  type EstimateOptions,
  estimatePlan,
} from "./lib/dataset/estimate_pairs.ts";
export { imagesByIdentity } from "./lib/dataset/images_by_identity.ts";
export { requireTrainable } from "./lib/dataset/require_pairs.ts";
export { sampleEpoch } from "./lib/dataset/sample_epoch.ts";
export type { Scope } from "./lib/dataset/scope.ts";
export type { Split } from "./lib/dataset/split.ts";
export { splitByIdentity } from "./lib/dataset/split_by_identity.ts";
export type { SplitFractions } from "./lib/dataset/split_sizes.ts";
export { splitToJson } from "./lib/dataset/split_to_json.ts";

// Images: decode, resize, cache, augment.
export { augmentBatch, type BatchAugmentation } from "./lib/images/augment_batch.ts";
export {
  articleAugmentation,
  type Augmentation,
  defaultAugmentation,
} from "./lib/images/augmentation.ts";
export { type BatchPosition, sampleAugmentation } from "./lib/images/draw_augmentation.ts";
export { decodeImage } from "./lib/images/decode_image.ts";
export { ImageError } from "./lib/images/image_error.ts";
export type { Normalization } from "./lib/images/normalisation.ts";
export { normalizeImages } from "./lib/images/normalise_images.ts";
export { openPixelStore, type PixelStoreOptions } from "./lib/images/open_pixel_store.ts";
export type { PixelLayout, PixelView } from "./lib/images/pixel_view.ts";
export type { Pixels } from "./lib/images/pixels.ts";
export type { PixelStore, SkippedImage } from "./lib/images/pixel_store.ts";
export { resizePixels } from "./lib/images/resize_pixels.ts";

// Kernels, miners and losses.
export { pairwiseDistances } from "./kernels/pairwise_distances.ts";
export { type MinedRowTensors, mineRows, type MineRowsOptions } from "./kernels/mine_rows.ts";
export { l2Normalize } from "./kernels/unit_rows.ts";
export type { Triplets } from "./kernels/triplet_margin.ts";
export type { Distance, Rows } from "./kernels/reference/distance.ts";
export type { MinedNegatives } from "./kernels/reference/mine_rows.ts";
export type { TripletSelection } from "./kernels/reference/triplet_band.ts";
export { type TripletSummary, tripletSummary } from "./kernels/reference/triplet_summary.ts";
export { batchHardMiner, type BatchHardMinerOptions } from "./lib/miners/batch_hard_miner.ts";
export {
  tripletMarginMiner,
  type TripletMarginMinerOptions,
} from "./lib/miners/triplet_margin_miner.ts";
export type { Mined, MinedBand, MinedPairs, MinedTriplets } from "./kernels/mined.ts";
export { type DistanceName, distanceNames } from "./lib/distances/distance_name.ts";
export { distanceMatrix } from "./lib/distances/distance_matrix.ts";
export {
  batchEasyHardMiner,
  type BatchEasyHardMinerOptions,
} from "./lib/miners/batch_easy_hard_miner.ts";
export {
  distanceWeightedMiner,
  type DistanceWeightedMinerOptions,
} from "./lib/miners/distance_weighted_miner.ts";
export type { Miner } from "./lib/miners/miner.ts";
export {
  multiSimilarityMiner,
  type MultiSimilarityMinerOptions,
} from "./lib/miners/multi_similarity_miner.ts";
export { pairMarginMiner, type PairMarginMinerOptions } from "./lib/miners/pair_margin_miner.ts";
export { tripletBandMiner, type TripletBandMinerOptions } from "./lib/miners/triplet_band_miner.ts";
export type { Loss, LossValue } from "./lib/losses/loss.ts";
export { createLoss, type LossContext } from "./lib/objectives/create_loss.ts";
export { createMiner } from "./lib/objectives/create_miner.ts";
export { type LossName, lossNames } from "./lib/objectives/loss_name.ts";
export { type MinerName, minerNames } from "./lib/objectives/miner_name.ts";
export { type ObjectiveNames, requireObjective } from "./lib/objectives/require_objective.ts";
export { allTripletsLoss, type AllTripletsLossOptions } from "./lib/losses/all_triplets_loss.ts";
export { type TripletLoss } from "./lib/losses/triplet_loss.ts";
export {
  tripletMarginLoss,
  type TripletMarginLossOptions,
} from "./lib/losses/triplet_margin_loss.ts";

// Backends.
export { type BackendName, type OpenBackend, openBackend } from "./lib/backends/open_backend.ts";
export type { AdapterFacts } from "./lib/backends/webgpu.ts";

// Doctor: what a machine offers, every kernel checked on it.
export {
  type BackendVerdict,
  type Diagnosis,
  examineMachine,
  type ExamineOptions,
} from "./lib/doctor/examine_machine.ts";
export type { KernelCheck } from "./lib/doctor/kernel_check.ts";
export type { KernelVerdict } from "./lib/doctor/check_kernels.ts";
export type { MachineFacts } from "./lib/doctor/machine_facts.ts";

// Model and artefact.
export type {
  Calibration,
  HeldOutIntervals,
  HeldOutMetrics,
  ModelMetadata,
  OperatingPoint,
} from "./lib/artefact/model_metadata.ts";
export { makeFolder } from "./lib/artefact/make_folder.ts";
export { modelMetadataToStrings } from "./lib/artefact/model_metadata_to_strings.ts";
export { parseModelMetadata } from "./lib/artefact/parse_model_metadata.ts";
export { parseSafetensors } from "./lib/artefact/parse_safetensors.ts";
export { programVersion } from "./lib/artefact/program_version.ts";
export { readSafetensors } from "./lib/artefact/read_safetensors.ts";
export type { FileTensor, TensorFile } from "./lib/artefact/tensor_file.ts";
export { SeenImages } from "./lib/artefact/seen_pictures.ts";
export { writeAtomically } from "./lib/artefact/write_atomically.ts";
export { writeSafetensors } from "./lib/artefact/write_safetensors.ts";
export { backboneNames } from "./lib/model/find_backbone.ts";
export type { DropPath } from "./lib/model/layers/drop_path.ts";
export { type ImageNetOptions, imageNetWeights } from "./lib/model/imagenet_weights.ts";
export { loadVerifier } from "./lib/model/load_verifier.ts";
export { type LoadedWeights, loadWeights } from "./lib/model/load_weights.ts";
export type { Verifier } from "./lib/model/verifier.ts";

// Optimisers and schedules.
export { createOptimizer } from "./lib/optimisers/create_optimiser.ts";
export type { Counters, Optimizer, OptimizerState } from "./lib/optimisers/optimiser.ts";
export type { ParameterGroup } from "./lib/optimisers/parameter_group.ts";
export {
  isScheduleFree,
  type OptimizerName,
  optimizerNames,
} from "./lib/optimisers/optimiser_name.ts";
export type { OptimizerOptions } from "./lib/optimisers/optimiser_options.ts";
export {
  learningRateAt,
  type SchedulePlace,
  type ScheduleSettings,
} from "./lib/schedules/learning_rate_at.ts";
export { noPlateau, type Plateau, watchPlateau } from "./lib/schedules/plateau.ts";
export { type ScheduleName, scheduleNames } from "./lib/schedules/schedule_name.ts";

// Training.
export { completeSettings, optimizerDefaults } from "./lib/training/complete_settings.ts";
export type { SettingLayer } from "./lib/training/given_settings.ts";
export {
  type AugmentationName,
  augmentationNames,
  augmentationPresets,
} from "./lib/training/named_augmentations.ts";
export { type Config, parseConfig } from "./lib/training/parse_config.ts";
export { parseSettings } from "./lib/training/parse_settings.ts";
export { type PresetName, presetNames, presetNotes, presets } from "./lib/training/presets.ts";
export { readConfig } from "./lib/training/read_config.ts";
export { resolveSettings } from "./lib/training/resolve_settings.ts";
export { resumeRun } from "./lib/training/run_folder.ts";
export { train } from "./lib/training/train.ts";
export type { TrainOptions } from "./lib/training/train_options.ts";
export type { TrainResult } from "./lib/training/train_result.ts";
export type { TrainEvent } from "./lib/training/train_event.ts";
export {
  defaultSettings,
  type NamedOptions,
  type TrainSettings,
} from "./lib/training/train_settings.ts";
export type { EpochMetrics } from "./lib/training/metrics_log.ts";

// Evaluation and verification.
export { areaUnderCurve } from "./lib/evaluation/area_under_curve.ts";
export { averagePrecision } from "./lib/evaluation/average_precision.ts";
export { bestAccuracy } from "./lib/evaluation/best_accuracy.ts";
export {
  bootstrapIntervals,
  type BootstrapOptions,
  type ConfidenceInterval,
  type Intervals,
} from "./lib/evaluation/bootstrap_intervals.ts";
export { calibrate } from "./lib/evaluation/calibrate.ts";
export { calibrateThreshold } from "./lib/evaluation/calibrate_threshold.ts";
export { chooseThreshold, type ChosenThreshold } from "./lib/evaluation/choose_threshold.ts";
export { cosineSimilarity } from "./lib/evaluation/cosine_similarity.ts";
export {
  type CrossValidatedAccuracy,
  crossValidatedAccuracy,
} from "./lib/evaluation/cross_validated_accuracy.ts";
export { type DetCurve, detCurve } from "./lib/evaluation/det_curve.ts";
export type { Embeddings } from "./lib/evaluation/embeddings.ts";
export { equalErrorRate } from "./lib/evaluation/equal_error_rate.ts";
export { errorRatesAt } from "./lib/evaluation/error_rates_at.ts";
export { evaluatePairs, type PairMetrics } from "./lib/evaluation/evaluate_pairs.ts";
export { type FarKey, farKeys } from "./lib/evaluation/far_keys.ts";
export {
  type IdentityMetrics,
  identityVisitor,
  metricsByIdentity,
} from "./lib/evaluation/figures_by_identity.ts";
export {
  type HardestPairs,
  hardestPairs,
  hardestPairsVisitor,
  type ScoredPair,
} from "./lib/evaluation/hardest_pairs.ts";
export { labelListedPairs } from "./lib/evaluation/label_listed_pairs.ts";
export {
  labeledScoresVisitor,
  labelScores,
  type LabelScoresOptions,
} from "./lib/evaluation/label_scores.ts";
export type { LabeledScores } from "./lib/evaluation/labelled_scores.ts";
export {
  type OpenSetIdentification,
  openSetIdentification,
} from "./lib/evaluation/open_set_identification.ts";
export { type OpenSetSplit, openSetSplit } from "./lib/evaluation/open_set_rows.ts";
export {
  operatingPointAt,
  type OperatingPointChoice,
} from "./lib/evaluation/operating_point_at.ts";
export { operatingPoints } from "./lib/evaluation/operating_points.ts";
export { type PackedRows, packRows } from "./lib/evaluation/packed_rows.ts";
export { negativesNeededFor } from "./lib/evaluation/negatives_for.ts";
export type { PairScores } from "./lib/evaluation/pair_scores.ts";
export {
  type PrecisionRecallCurve,
  precisionRecallCurve,
} from "./lib/evaluation/precision_recall_curve.ts";
export {
  type RetrievalMetrics,
  retrievalMetrics,
  retrievalVisitor,
} from "./lib/evaluation/retrieval_figures.ts";
export { type RocCurve, rocCurve } from "./lib/evaluation/roc_curve.ts";
export { pairScoresVisitor, scorePairs } from "./lib/evaluation/score_pairs.ts";
export {
  type SimilarityHistogram,
  similarityHistogram,
} from "./lib/evaluation/similarity_histogram.ts";
export { scoreEnrolled } from "./lib/evaluation/score_enrolled.ts";
export { type RowPair, scoreListedPairs } from "./lib/evaluation/score_listed_pairs.ts";
export { smallestSupportedFar } from "./lib/evaluation/smallest_far.ts";
export { type SortedScores, sortScores } from "./lib/evaluation/sort_scores.ts";
export { tarAtFar } from "./lib/evaluation/tar_at_far.ts";
export type { CurveOptions } from "./lib/evaluation/walk_curve.ts";
export { forEachSimilarity, type SimilarityVisitor } from "./lib/evaluation/walk_similarities.ts";
export {
  forEachSimilarityInParallel,
  type ParallelOptions,
} from "./lib/evaluation/walk_similarities_in_parallel.ts";
export { contactSheet, type ContactSheetContent } from "./lib/reporting/contact_sheet.ts";
export { describeRates, type MeasuredRates } from "./lib/reporting/describe_rates.ts";
export { type ChartStyle, imageStyle, pageStyle } from "./lib/reporting/charts/chart_look.ts";
export { detChart, type DetChartContent } from "./lib/reporting/charts/det_picture.ts";
export {
  histogramChart,
  type HistogramChartContent,
} from "./lib/reporting/charts/histogram_picture.ts";
export {
  precisionRecallChart,
  type PrecisionRecallChartContent,
} from "./lib/reporting/charts/precision_recall_picture.ts";
export { rocChart, type RocChartContent } from "./lib/reporting/charts/roc_picture.ts";
export { writeChart } from "./lib/reporting/charts/write_chart.ts";
export type { Language } from "./lib/reporting/report/language.ts";
export { renderReport } from "./lib/reporting/report/render_report.tsx";
export type { ReportContent } from "./lib/reporting/report/report_content.ts";
export { svgToPng } from "./lib/reporting/svg_to_png.ts";
export { writeTensorBoard } from "./lib/reporting/tensorboard/write_board.ts";
export {
  type ProjectorContent,
  writeProjector,
} from "./lib/reporting/tensorboard/write_projector.ts";
export type { ProjectorRow } from "./lib/reporting/tensorboard/projector_metadata.ts";
export { verificationJson } from "./lib/reporting/verification_json.ts";
export { type FolderReport, writeFolderReport } from "./lib/reporting/write_folder_report.ts";
export { writeVerification } from "./lib/reporting/write_verification.ts";
export { findPairs, type FoundPairs } from "./lib/verification/find_pairs.ts";
export type {
  EnrolledMetrics,
  FolderMetrics,
  FolderVerification,
  VerificationMode,
} from "./lib/verification/folder_verification.ts";
export { type MeasureAllOptions, measureAllPairs } from "./lib/verification/measure_all_pairs.ts";
export type { MeasuredPairs, VerificationCurves } from "./lib/verification/measured_pairs.ts";
export type { MeasureProgress } from "./lib/verification/measure_progress.ts";
export { newestRun } from "./lib/verification/newest_run.ts";
export type { ImageReference, ListedPair, PairList } from "./lib/verification/pair_list.ts";
export type { SeenInTraining } from "./lib/verification/leave_out_seen.ts";
export { type MadePairList, makePairList } from "./lib/verification/make_pair_list.ts";
export { formatPairList } from "./lib/verification/pair_list_to_text.ts";
export { parsePairList } from "./lib/verification/read_pair_list.ts";
export { readImage } from "./lib/verification/read_picture.ts";
export {
  verifyFolder,
  type VerifyFolderOptions,
  type VerifyProgress,
} from "./lib/verification/verify_folder.ts";
export { type PairVerdict, verifyPair } from "./lib/verification/verify_pair.ts";

// Sample set.
export { createSampleSet, type SampleSetOptions } from "./data/draw_sample_set.ts";
