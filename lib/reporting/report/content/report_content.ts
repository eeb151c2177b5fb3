import type { ModelMetadata } from "../../../model_file/model_metadata.ts";
import type { SkippedFile } from "../../../dataset/catalog/catalog.ts";
import type { Estimate, PartEstimate } from "../../../dataset/estimate/estimate.ts";
import type { Split } from "../../../dataset/split/split_by_identity.ts";
import type { ConfidenceInterval } from "../../../evaluation/intervals/percentile_interval.ts";
import type { CrossValidatedAccuracy } from "../../../evaluation/metrics/cross_validated_accuracy.ts";
import type { IdentityMetrics } from "../../../evaluation/metrics/metrics_by_identity.ts";
import type { OpenSetIdentification } from "../../../evaluation/identification/open_set_identification.ts";
import type { FolderVerification } from "../../../verification/folder_verification.ts";
import type { MeasuredPairs, VerificationCurves } from "../../../verification/measured_pairs.ts";
import type { EpochMetricsContent } from "../../charts/epoch_charts.ts";
import type { MappedImage } from "../../charts/embedding_map.ts";
import type { Language } from "../../language/language.ts";

/** What a report shows of what was measured: plain data. */
export interface MeasuredContent {
  readonly language: Language;
  readonly model: ModelMetadata;
  readonly heldOut: HeldOutContent;
  /** Pictures in two dimensions; empty where there are too few to lay out. */
  readonly map: readonly MappedImage[];
  readonly hardest: {
    readonly positives: readonly ImagePair[];
    readonly negatives: readonly ImagePair[];
  };
  /** The worst first; none for listed pairs. */
  readonly identities: readonly NamedIdentityMetrics[];
}

/** All that a report on a run shows. */
export interface ReportContent extends MeasuredContent {
  readonly run: RunContent;
  readonly data: DataContent;
  /** Of the folder trained on. */
  readonly estimate: Estimate;
  readonly epochs: readonly EpochMetricsContent[];
  /** The epoch whose weights were kept, from 0. */
  readonly bestEpoch: number;
  readonly settings: readonly SettingContent[];
  readonly warnings: WarningsContent;
}

/** All that a report on a verified folder shows. */
export interface FolderReportContent extends MeasuredContent {
  readonly folder: FolderContent;
}

/** What was verified. */
export interface FolderContent extends FileNotes {
  /** As it was typed. */
  readonly path: string;
  /** The model's run, as it was typed. */
  readonly run: string;
  /** ISO 8601. */
  readonly measured: string;
  /** True where the model's own threshold decided, false where another was asked for. */
  readonly ownThreshold: boolean;
  /** Null where it is not known what training saw. */
  readonly seen: FolderVerification["seen"];
  readonly missingPairs: number;
  readonly identification: OpenSetIdentification | null;
  readonly crossValidation: CrossValidatedAccuracy | null;
}

/** How a run went, and how to do it again. */
export interface RunContent {
  readonly name: string;
  /** ISO 8601. */
  readonly finished: string;
  readonly backend: string;
  /** Processor and operating system. */
  readonly system: string;
  readonly seconds: number;
  readonly imagesPerSecond: number;
  readonly seed: number;
  /** What to type to do it again, a line each. */
  readonly commands: readonly string[];
  /** By the name of what has it. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Files of a folder that are in none of its figures, or in two places. */
export interface FileNotes {
  readonly leftOut: readonly SkippedFile[];
  /** Pictures that were indexed and could not be decoded. */
  readonly skipped: readonly SkippedFile[];
  readonly duplicates: readonly (readonly string[])[];
  readonly conflicts: readonly (readonly string[])[];
}

/** What was trained on what. */
export interface DataContent extends FileNotes {
  readonly folder: string;
  /** Null where validation is on identities of `folder`. */
  readonly validationFolder: string | null;
  readonly parts: Readonly<Record<keyof Split, PartEstimate>>;
}

/** What was measured on the identities of a test. */
export interface HeldOutContent
  extends
    Pick<MeasuredPairs, "metrics" | "intervals" | "retrieval" | "operatingPoint">,
    VerificationCurves {
  readonly identities: number;
  readonly images: number;
  /** What charts tell, in English, below their titles. */
  readonly subtitle: string;
  /** Of the threshold that decides; null where there is none. */
  readonly thresholdInterval: ConfidenceInterval | null;
}

/** A picture to be shown. */
export interface ReportImage {
  /** Relative to the folder. */
  readonly path: string;
  readonly identity: string;
  /** A data URI. */
  readonly source: string;
}

/** Two pictures and how alike they are. */
export interface ImagePair {
  readonly a: ReportImage;
  readonly b: ReportImage;
  /** Cosine similarity. */
  readonly similarity: number;
}

/** Figures of an identity by its name. */
export interface NamedIdentityMetrics extends IdentityMetrics {
  readonly name: string;
}

/** A setting as `config.json` has it. */
export interface SettingContent {
  readonly name: string;
  readonly value: string;
  /** What it is when nothing is said; null where something must be. */
  readonly defaultValue: string | null;
  readonly changed: boolean;
}

/** What a reader should keep in mind. */
export interface WarningsContent {
  readonly interrupted: boolean;
  /** The false accept rate that the threshold was asked for. */
  readonly requestedFar: number;
  /** Held-out pictures of which an earlier part of the split has a copy, or nearly. */
  readonly copies: number;
}
