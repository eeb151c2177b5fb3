import type { Intervals } from "../evaluation/intervals/bootstrap_intervals.ts";
import type { DetCurve } from "../evaluation/curves/det_curve.ts";
import type { PairMetrics } from "../evaluation/metrics/evaluate_pairs.ts";
import type { IdentityMetrics } from "../evaluation/metrics/metrics_by_identity.ts";
import type { HardestPairs } from "../evaluation/scores/hardest_pairs.ts";
import type { PrecisionRecallCurve } from "../evaluation/curves/precision_recall_curve.ts";
import type { RetrievalMetrics } from "../evaluation/metrics/retrieval_metrics.ts";
import type { RocCurve } from "../evaluation/curves/roc_curve.ts";
import type { SimilarityHistogram } from "../evaluation/curves/similarity_histogram.ts";

/** Curves over all thresholds, at a resolution for charts, and how the scores are distributed. */
export interface VerificationCurves {
  /** The ROC curve. */
  readonly roc: RocCurve;
  /** The precision-recall curve. */
  readonly precisionRecall: PrecisionRecallCurve;
  /** The DET curve. */
  readonly det: DetCurve;
  /** How the similarities are distributed. */
  readonly histogram: SimilarityHistogram;
}

/** What is measured on scored pairs of images. */
export interface MeasuredPairs {
  /** Over all pairs together, each unordered pair once. */
  readonly metrics: PairMetrics;
  /** A threshold, and what was measured at it on these pairs. */
  readonly operatingPoint: {
    readonly threshold: number;
    readonly far: number;
    readonly frr: number;
  };
  /** Over all thresholds. */
  readonly curves: VerificationCurves;
  /** Of the metrics and of the ROC curve; null if there are fewer than three identities. */
  readonly intervals: Intervals | null;
  /** Each image as a query against all others; null for listed pairs, or without a second image. */
  readonly retrieval: RetrievalMetrics | null;
  /** Of each identity, the worst first; null for listed pairs. */
  readonly byIdentity: readonly IdentityMetrics[] | null;
  /** Rows of the embeddings; up to a thousand pairs of each kind. */
  readonly hardest: HardestPairs;
}

/** How far the measuring of embeddings has come. */
export interface MeasureProgress {
  /**
   * Images are compared with all others, identities are resampled for confidence intervals, and
   * identities are enrolled one by one if the mode says so.
   */
  readonly stage: "comparing" | "resampling" | "enrolling";
  /** Images, samples, or identities done, of how many. */
  readonly done: number;
  /** How many there are. */
  readonly total: number;
}
