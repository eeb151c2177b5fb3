import type { DistanceName } from "../distances/distance_name.ts";
import type { ConfidenceInterval } from "../evaluation/intervals/confidence_interval.ts";
import type { PairMetricKey } from "../evaluation/metrics/pair_metrics.ts";
import type { CalibratedThreshold } from "../evaluation/threshold/calibrate.ts";
import type { Fit } from "./fit.ts";

/**
 * A threshold chosen on validation identities, and what was measured at it on held-out identities,
 * which neither training nor the choice of the threshold ever saw. Intervals are 95 % confidence
 * intervals; they are null or absent if there are too few identities, or the model file is old.
 */
export interface Calibration extends CalibratedThreshold {
  /** The pairs that the threshold was chosen by; absent in old files. */
  readonly chosenBy?: ChosenBy;
  /** Of the threshold, by the bootstrap over the identities that it was chosen by. */
  readonly thresholdInterval?: ConfidenceInterval | null;
  /** Of `far`, by the bootstrap over held-out identities. */
  readonly farInterval?: ConfidenceInterval | null;
  /** Of `frr`, by the bootstrap over held-out identities. */
  readonly frrInterval?: ConfidenceInterval | null;
}

/**
 * A threshold that was chosen on a folder of your own and kept in the model under a name. `far` and
 * `frr` are cross-fitted: see `crossFitRates`. Its operating points are measured on the pairs that they
 * were chosen by, which flatters them.
 */
export interface NamedThreshold extends Calibration {
  /** At most 64 characters on one line. */
  readonly name: string;
  /** The name of the folder, without the folders around it. */
  readonly folder: string;
  /** Hash of the catalog of the folder. */
  readonly catalogHash: string;
  /** Identities of the folder that it was chosen on. */
  readonly identities: number;
  /** Images of them. */
  readonly images: number;
  /** When it was chosen, in ISO 8601. */
  readonly date: string;
}

/** Negative pairs that a threshold was chosen by. */
export interface ChosenBy {
  /** Validation identities, compared with each other and with training identities. */
  readonly validationIdentities: number;
  /** Training identities; 0 if the validation identities are from another folder. */
  readonly trainingIdentities: number;
  /** Negative pairs of both kinds. */
  readonly negativePairs: number;
}

/** The metrics that each model file has. Old files lack the others. */
export const originalMetricKeys = ["auc", "eer"] as const;

/** One of `originalMetricKeys`. */
export type OriginalMetricKey = typeof originalMetricKeys[number];

/** The metrics that old model files lack. */
export type LaterMetricKey = Exclude<PairMetricKey, OriginalMetricKey>;

/** 95 % confidence intervals of `HeldOutMetrics`, by the bootstrap over identities. */
export interface HeldOutIntervals
  extends
    Readonly<Record<OriginalMetricKey, ConfidenceInterval>>,
    Readonly<Partial<Record<LaterMetricKey, ConfidenceInterval | null>>> {
  /** By FAR as text; null if there are too few negative pairs for it. */
  readonly tarAtFar: Readonly<Record<string, ConfidenceInterval | null>>;
}

/** Metrics on held-out identities. Those that the version of the model file lacks are null or absent. */
export interface HeldOutMetrics
  extends
    Readonly<Record<OriginalMetricKey, number>>,
    Readonly<Partial<Record<LaterMetricKey, number | null>>> {
  /**
   * The part of the split that they are measured on; `test` if absent. Where it is `validation`, the
   * identities also chose the epoch and the threshold, which makes the metrics look better.
   */
  readonly part?: "validation" | "test";
  /** Held-out identities. */
  readonly identities: number;
  /** Held-out images that could be decoded. */
  readonly images: number;
  /**
   * Folds in which they were measured, each by a model that trained on the other folds. The model of the
   * file trained on all of them, so that its threshold and rates are those of models much like it. Absent
   * or null where they were held out from the model of the file.
   */
  readonly folds?: number | null;
  /** TAR by FAR, with the FAR as text ("0.01"); null if there are too few negative pairs for it. */
  readonly tarAtFar: Readonly<Record<string, number | null>>;
  /** Null if there are too few identities, or the model file is old. */
  readonly intervals: HeldOutIntervals | null;
}

/** All that a reader of `model.safetensors` needs, kept in its `__metadata__`. */
export interface ModelMetadata {
  /** Version of the program that wrote it. */
  readonly version: string;
  /** Name of the backbone, such as `tiny`. */
  readonly backbone: string;
  /** Side of the square that the network sees, in pixels. */
  readonly imageSize: number;
  /** How an image becomes that square. Models that stretch it carry none, as those of early versions. */
  readonly fit?: Fit;
  /** Per channel, on a scale of 0 to 1. */
  readonly mean: readonly [number, number, number];
  /** Per channel, on the same scale. */
  readonly std: readonly [number, number, number];
  /** Dimension of an embedding. */
  readonly embeddingSize: number;
  /** The distance that it was trained by. */
  readonly distance: DistanceName;
  /** Hash of the catalog that it was trained on. */
  readonly catalogHash: string;
  /** The threshold that decides, and what was measured at it. */
  readonly calibration: Calibration;
  /** Metrics on the test identities. */
  readonly heldOut: HeldOutMetrics;
  /** Thresholds for other folders, in the order in which they were kept. */
  readonly thresholds?: readonly NamedThreshold[];
  /**
   * True for the model of a run that has not ended: `heldOut` and the rates of `calibration` are those of
   * the validation identities, which also chose its epoch and its threshold.
   */
  readonly provisional?: boolean;
}
