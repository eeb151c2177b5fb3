import type { DistanceName } from "../distances/distance_name.ts";
import type { ConfidenceInterval } from "../evaluation/intervals/bootstrap_intervals.ts";

/** A threshold with what was measured at it. */
export interface OperatingPoint {
  /** Two pictures are called the same when their cosine similarity is at least this. */
  readonly threshold: number;
  /** The share of validation's different pairs accepted at the threshold: what it is chosen by. */
  readonly validationFar: number;
  /** The share of held-out different pairs accepted at the threshold: what is quoted. */
  readonly far: number;
  /** The share of held-out same pairs rejected at the threshold: what is quoted. */
  readonly frr: number;
}

/**
 * A threshold chosen on validation identities, and what was measured at it on held-out identities,
 * which neither training nor the choice of the threshold ever saw.
 */
export interface Calibration {
  /** Two pictures are called the same when their cosine similarity is at least this. */
  readonly threshold: number;
  /**
   * 95 % confidence interval of the threshold, by the bootstrap over validation identities; null or
   * absent where there are too few of them, or the model is of an early version.
   */
  readonly thresholdInterval?: ConfidenceInterval | null;
  /** The false accept rate that was asked for. */
  readonly targetFar: number;
  /** The share of held-out different pairs accepted at the threshold. */
  readonly far: number;
  /** The share of held-out same pairs rejected at the threshold. */
  readonly frr: number;
  /** 95 % confidence intervals of `far` and `frr`, over held-out identities; null as above. */
  readonly farInterval?: ConfidenceInterval | null;
  readonly frrInterval?: ConfidenceInterval | null;
  /** Held-out pairs of one identity: what `frr` was measured on. */
  readonly positivePairs: number;
  /** Held-out pairs of two identities: what `far` was measured on. */
  readonly negativePairs: number;
  /** The smallest false accept rate for which validation has negatives enough to choose by. */
  readonly smallestFar: number;
  /** At most 200 other thresholds to choose from, ascending by threshold. */
  readonly operatingPoints: readonly OperatingPoint[];
}

/** 95 % confidence intervals of `HeldOutFigures`, by the bootstrap over identities. */
export interface HeldOutIntervals {
  readonly auc: ConfidenceInterval;
  readonly eer: ConfidenceInterval;
  readonly accuracy: ConfidenceInterval;
  /** By FAR as text; null where the negatives cannot support it. */
  readonly tarAtFar: Readonly<Record<string, ConfidenceInterval | null>>;
}

/** Figures measured on held-out identities. */
export interface HeldOutMetrics {
  readonly identities: number;
  readonly images: number;
  readonly auc: number;
  readonly eer: number;
  /** The largest share of pairs that one threshold decides rightly; null for early versions. */
  readonly accuracy: number | null;
  /** TAR by FAR, keyed by the FAR as text ("0.01"); null where the negatives cannot support it. */
  readonly tarAtFar: Readonly<Record<string, number | null>>;
  /** Null where there are too few identities, or the model is of an early version. */
  readonly intervals: HeldOutIntervals | null;
}

/** All that a reader of `model.safetensors` needs, kept in its `__metadata__`. */
export interface ModelMetadata {
  /** Version of the program that wrote it. */
  readonly version: string;
  readonly backbone: string;
  /** Side of the square that the network sees, in pixels. */
  readonly imageSize: number;
  /** Per channel, on a scale of 0 to 1. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
  readonly embeddingSize: number;
  /** The distance that it was trained by. */
  readonly distance: DistanceName;
  readonly catalogHash: string;
  readonly calibration: Calibration;
  readonly heldOut: HeldOutMetrics;
}
