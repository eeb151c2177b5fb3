import type { Interval, Intervals } from "../evaluation/bootstrap_intervals.ts";
import type { CrossValidatedAccuracy } from "../evaluation/cross_validated_accuracy.ts";
import type { DetCurve } from "../evaluation/det_curve.ts";
import type { PairFigures } from "../evaluation/evaluate_pairs.ts";
import type { OpenSetIdentification } from "../evaluation/open_set_identification.ts";
import type { PrecisionRecallCurve } from "../evaluation/precision_recall_curve.ts";
import type { RetrievalFigures } from "../evaluation/retrieval_figures.ts";
import type { RocCurve } from "../evaluation/roc_curve.ts";
import type { SeenInTraining } from "./leave_out_seen.ts";

/**
 * Which pairs make up the figures: `one-to-many` takes all pairs together; `one-to-one` enrols each
 * identity in turn against all pictures, and then takes all pairs together.
 */
export type VerificationMode = "one-to-one" | "one-to-many";

/** One enrolled identity against all pictures. */
export interface EnrolledFigures {
  readonly identity: string;
  readonly images: number;
  /** Null where it has no positive pair, or no negative one. */
  readonly figures: PairFigures | null;
}

/** Curves over all thresholds, at a resolution to draw. */
export interface VerificationCurves {
  readonly roc: RocCurve;
  readonly precisionRecall: PrecisionRecallCurve;
  readonly det: DetCurve;
}

/** What is measured on the embeddings of a folder. */
export interface FolderFigures {
  /** Over all pairs together, each unordered pair once. */
  readonly figures: PairFigures;
  /** The threshold that the model decides by, and what was measured at it in this folder. */
  readonly decision: { readonly threshold: number; readonly far: number; readonly frr: number };
  readonly curves: VerificationCurves;
  /** Of the figures and of the ROC curve; null where there are fewer than three identities. */
  readonly intervals: Intervals | null;
  /** Each picture as a query against all others; null for listed pairs, or without a second picture. */
  readonly retrieval: RetrievalFigures | null;
  /** Half of the identities known, the others strangers, drawn; null for listed pairs. */
  readonly identification: OpenSetIdentification | null;
  /** For a list of pairs in folds; null for others, or where too few folds have pairs. */
  readonly crossValidation: CrossValidatedAccuracy | null;
  /** For `one-to-one`, each identity in the catalog's order; otherwise none. */
  readonly enrolled: readonly EnrolledFigures[];
}

/** How well a model tells the identities of a folder apart. */
export interface FolderVerification extends FolderFigures {
  readonly mode: VerificationMode;
  /** Identities with a picture that was scored. */
  readonly identities: number;
  /** Pictures that were scored. */
  readonly images: number;
  /** 95 % confidence interval of the model's calibrated threshold; null for one that was wished for. */
  readonly thresholdInterval: Interval | null;
  /** Files that are no picture, and pictures that could not be decoded. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Listed pairs left out because a picture is not there, or could not be decoded. */
  readonly missingPairs: number;
  /** Pictures of the list of pairs that are not in the catalog. */
  readonly missing: readonly string[];
  /** What training saw of the folder; null where that is not known. */
  readonly seen:
    | SeenInTraining & {
      /** True where that is in the figures nevertheless. */
      readonly included: boolean;
    }
    | null;
  /** Listed pairs left out because training saw a picture of theirs. */
  readonly seenPairs: number;
}
