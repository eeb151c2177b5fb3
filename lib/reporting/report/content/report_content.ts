import type { ModelMetadata, NamedThreshold } from "../../../model_file/model_metadata.ts";
import type { SkippedFile } from "../../../dataset/catalog/catalog.ts";
import type { Estimate, PartEstimate } from "../../../dataset/estimate/estimate.ts";
import type { Split } from "../../../dataset/split/split_by_identity.ts";
import type { ConfidenceInterval } from "../../../evaluation/intervals/confidence_interval.ts";
import type { CrossValidatedAccuracy } from "../../../evaluation/metrics/cross_validated_accuracy.ts";
import type { IdentityMetrics } from "../../../evaluation/metrics/metrics_by_identity.ts";
import type { OpenSetIdentification } from "../../../evaluation/identification/open_set_identification.ts";
import type { FolderThreshold } from "../../../verification/folder_threshold.ts";
import type { MeasuredPairs, VerificationCurves } from "../../../verification/measured_pairs.ts";
import type { EpochMetricsContent } from "../../charts/epoch_charts.ts";
import type { MappedImage } from "../../charts/embedding_map.ts";
import type { Language, UserMessage } from "../../../language/user_message.ts";

/** What all reports show of measured pairs, as plain data. */
export interface MeasuredContent {
  /** The language of the report. */
  readonly language: Language;
  /** The metadata of the model. */
  readonly model: ModelMetadata;
  /** What to keep in mind about the results. */
  readonly cautions: readonly UserMessage[];
  /** The metrics and curves. */
  readonly heldOut: HeldOutContent;
  /** Images in two dimensions; empty if there are too few. */
  readonly map: readonly MappedImage[];
  /** The hardest pairs of each kind, hardest first. */
  readonly hardest: {
    readonly positives: readonly ImagePair[];
    readonly negatives: readonly ImagePair[];
  };
  /** The worst first; empty for listed pairs. */
  readonly identities: readonly NamedIdentityMetrics[];
}

/** What a report on a run shows. */
export interface ReportContent extends MeasuredContent {
  /** How the run went. */
  readonly run: RunContent;
  /** The data of the run. */
  readonly data: DataContent;
  /** Of the folder with the training data. */
  readonly estimate: Estimate;
  /** What each fold of the run measured; none if identities were held out. */
  readonly folds: readonly FoldMetrics[];
  /** A line of `metrics.jsonl` for each epoch. */
  readonly epochs: readonly EpochMetricsContent[];
  /** The epoch whose weights the model has, from 0. */
  readonly bestEpoch: number;
  /** All settings of the run. */
  readonly settings: readonly SettingContent[];
}

/** What a report on a verified folder shows. */
export interface FolderReportContent extends MeasuredContent {
  /** The folder. */
  readonly folder: FolderContent;
}

/** A verified folder, and the results that only its protocol has. */
export interface FolderContent extends FileNotes {
  /** As the user typed it. */
  readonly path: string;
  /** The run of the model, as the user typed it. */
  readonly run: string;
  /** Time of the measurement, in ISO 8601. */
  readonly measured: string;
  /** True for the threshold of the model, false for a requested one. */
  readonly ownThreshold: boolean;
  /** The false accept rate that the threshold was chosen for; null for one asked for by its value. */
  readonly targetFar: number | null;
  /** The named threshold that decides; null for the model's own. */
  readonly named: Pick<NamedThreshold, "name" | "folder"> | null;
  /** The threshold that this folder chooses; null if it has too few identities. */
  readonly folderThreshold: FolderThreshold | null;
  /** The command that keeps that threshold, or the name under which it is kept; null for neither. */
  readonly keep: { readonly command: string } | { readonly name: string } | null;
  /** Number of listed pairs that are left out. */
  readonly missingPairs: number;
  /** Null if the protocol has no open-set identification. */
  readonly identification: OpenSetIdentification | null;
  /** Null if the protocol has no folds. */
  readonly crossValidation: CrossValidatedAccuracy | null;
}

/** How a run went, and how to reproduce it. */
export interface RunContent {
  /** The name of the folder of the run. */
  readonly name: string;
  /** Time of the end, in ISO 8601. */
  readonly finished: string;
  /** The backend that trained the model. */
  readonly backend: string;
  /** Processor and operating system. */
  readonly system: string;
  /** True if the commands give the same model again, to the bit. */
  readonly repeatable: boolean;
  /** Training time. */
  readonly seconds: number;
  /** Mean over the run. */
  readonly imagesPerSecond: number;
  /** The seed of the run. */
  readonly seed: number;
  /** The commands that reproduce the run. */
  readonly commands: readonly string[];
  /** Versions of the software, by its name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Files of a folder that no metric includes, or that are in two places. */
export interface FileNotes {
  /** Files that the catalog of the folder leaves out. */
  readonly leftOut: readonly SkippedFile[];
  /** Images of the catalog that could not be decoded. */
  readonly skipped: readonly SkippedFile[];
  /** Groups of paths to the same image within an identity. */
  readonly duplicates: readonly (readonly string[])[];
  /** Groups of paths to the same image in different identities. */
  readonly conflicts: readonly (readonly string[])[];
  /** How the layout of the folder was read. */
  readonly notes: readonly UserMessage[];
}

/** The data of a run. */
export interface DataContent extends FileNotes {
  /** The folder with the training data. */
  readonly folder: string;
  /** Null if validation identities are from `folder`. */
  readonly validationFolder: string | null;
  /** Null if test identities are from `folder`. */
  readonly testFolder: string | null;
  /** True if no identity is in two parts, as far as names and images tell. */
  readonly apart: boolean;
  /** The size of each part. */
  readonly parts: Readonly<Record<keyof Split, PartEstimate>>;
}

/** A fold of a run, as it was measured by the model that trained on the others. */
export interface FoldMetrics {
  /** The names of its identities. */
  readonly identities: readonly string[];
  /** Its images that could be decoded. */
  readonly images: number;
  /** Area under the ROC curve of the pairs within it. */
  readonly auc: number;
  /** Equal error rate of these pairs. */
  readonly eer: number;
  /** The epoch, from 0, that the other folds found best, after which it was measured. */
  readonly epoch: number;
}

/** Metrics and curves of held-out pairs. */
export interface HeldOutContent
  extends
    Pick<MeasuredPairs, "metrics" | "intervals" | "retrieval" | "operatingPoint">,
    VerificationCurves {
  /** Number of identities. */
  readonly identities: number;
  /** Number of images. */
  readonly images: number;
  /** English text below the titles of charts. */
  readonly subtitle: string;
  /** Of the threshold; null if there is none. */
  readonly thresholdInterval: ConfidenceInterval | null;
}

/** An image in a report. */
export interface ReportImage {
  /** Relative to the folder. */
  readonly path: string;
  /** The name of the identity. */
  readonly identity: string;
  /** A data URL. */
  readonly source: string;
}

/** Two images with their similarity. */
export interface ImagePair {
  /** One image. */
  readonly a: ReportImage;
  /** The other image. */
  readonly b: ReportImage;
  /** Cosine similarity. */
  readonly similarity: number;
}

/** Metrics of an identity with its name. */
export interface NamedIdentityMetrics extends IdentityMetrics {
  /** The name of the identity. */
  readonly name: string;
  /** The fold that it is in, from 0; absent without folds. */
  readonly fold?: number;
}

/** A setting as in `config.json`. */
export interface SettingContent {
  /** As in `config.json`. */
  readonly name: string;
  /** As in `config.json`. */
  readonly value: string;
  /** Null if the setting has no default. */
  readonly defaultValue: string | null;
  /** True if the value differs from the default. */
  readonly changed: boolean;
}
