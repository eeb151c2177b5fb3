/**
 * Metrics of verification, with curves, thresholds, and confidence intervals. Loads no TensorFlow.js.
 *
 * @module
 */
export { type DetCurve, detCurve } from "./curves/det_curve.ts";
export type { CurveOptions } from "./curves/for_each_curve_point.ts";
export {
  type PrecisionRecallCurve,
  precisionRecallCurve,
} from "./curves/precision_recall_curve.ts";
export { type RocCurve, rocCurve } from "./curves/roc_curve.ts";
export { type SimilarityHistogram, similarityHistogram } from "./curves/similarity_histogram.ts";
export {
  type OpenSetIdentification,
  openSetIdentification,
} from "./identification/open_set_identification.ts";
export { type OpenSetSplit, openSetSplit } from "./identification/open_set_split.ts";
export { bootstrap, type BootstrapResult, type ResampleOptions } from "./intervals/bootstrap.ts";
export {
  bootstrapIntervals,
  type BootstrapOptions,
  type Intervals,
} from "./intervals/bootstrap_intervals.ts";
export {
  type ConfidenceInterval,
  rateInterval,
  type Spread,
} from "./intervals/confidence_interval.ts";
export { thresholdInterval } from "./intervals/threshold_interval.ts";
export { areaUnderCurve } from "./metrics/area_under_curve.ts";
export { averagePrecision } from "./metrics/average_precision.ts";
export { bestAccuracy } from "./metrics/best_accuracy.ts";
export {
  type CrossValidatedAccuracy,
  crossValidatedAccuracy,
} from "./metrics/cross_validated_accuracy.ts";
export { equalErrorRate } from "./metrics/equal_error_rate.ts";
export { evaluatePairs, type PairMetrics } from "./metrics/evaluate_pairs.ts";
export { type FarKey, farKeys, tarAtFarMetric } from "./metrics/far_keys.ts";
export type {
  MetricDefinition,
  MetricUnit,
  PairMetricDefinition,
} from "./metrics/metric_definition.ts";
export {
  type IdentityMetrics,
  identityVisitor,
  metricsByIdentity,
} from "./metrics/metrics_by_identity.ts";
export { meanAndDeviation } from "./metrics/mean_and_deviation.ts";
export { operatingPointMetrics } from "./metrics/operating_point_metrics.ts";
export {
  type PairMetricKey,
  pairMetricKeys,
  pairMetrics,
  type ScalarMetrics,
  shownPairMetrics,
} from "./metrics/pair_metrics.ts";
export {
  retrievalDefinitions,
  retrievalKeys,
  type RetrievalMetrics,
  retrievalMetrics,
  retrievalVisitor,
} from "./metrics/retrieval_metrics.ts";
export { tarAtFar } from "./metrics/tar_at_far.ts";
export {
  type HardestPairs,
  hardestPairs,
  hardestPairsVisitor,
  type ScoredPair,
} from "./scores/hardest_pairs.ts";
export {
  labeledScoresVisitor,
  labelScores,
  type LabelScoresOptions,
} from "./scores/label_scores.ts";
export type { LabeledScores, PairScores } from "./scores/pair_scores.ts";
export { scoreEnrolled } from "./scores/score_enrolled.ts";
export { labelListedPairs, type RowPair, scoreListedPairs } from "./scores/score_listed_pairs.ts";
export { pairScoresVisitor, scorePairs } from "./scores/score_pairs.ts";
export { type SortedScores, sortScores } from "./scores/sort_scores.ts";
export { errorRatesAt } from "./scores/threshold_search.ts";
export type { Precision } from "./similarities/shared_rows.ts";
export { cosineSimilarity } from "./similarities/cosine_similarity.ts";
export {
  type Embeddings,
  type JoinedEmbeddings,
  joinEmbeddings,
} from "./similarities/embeddings.ts";
export { forEachSimilarity, type SimilarityVisitor } from "./similarities/for_each_similarity.ts";
export {
  forEachSimilarityInParallel,
  type ParallelOptions,
} from "./similarities/for_each_similarity_in_parallel.ts";
export { type PackedRows, packRows } from "./similarities/packed_rows.ts";
export {
  calibrate,
  type CalibratedThreshold,
  chooseThreshold,
  type ChosenThreshold,
  thresholdAtFar,
  type ThresholdPolicy,
} from "./threshold/calibrate.ts";
export { type CrossFitOptions, crossFitRates } from "./threshold/cross_fit.ts";
export { type NegativeShift, negativeShift } from "./threshold/negative_shift.ts";
export {
  interpolateOperatingPoint,
  operatingPointAt,
  type OperatingPointChoice,
} from "./threshold/operating_point_at.ts";
export { type OperatingPoint, operatingPoints } from "./threshold/operating_points.ts";
export { evaluate } from "./metrics/evaluate.ts";
export type { PositiveSteps, StepVisitor } from "./metrics/for_each_positive.ts";
export type { AccuracyOptions, BestAccuracy } from "./metrics/best_accuracy.ts";
