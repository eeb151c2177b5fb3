import type { ModelMetadata } from "../../artefact/model_metadata.ts";
import type { LeftOut } from "../../dataset/catalog.ts";
import type { Estimate, PartEstimate } from "../../dataset/estimate.ts";
import type { Split } from "../../dataset/split.ts";
import type { Intervals } from "../../evaluation/bootstrap_intervals.ts";
import type { DetCurve } from "../../evaluation/det_curve.ts";
import type { PairFigures } from "../../evaluation/evaluate_pairs.ts";
import type { IdentityFigures } from "../../evaluation/figures_by_identity.ts";
import type { PrecisionRecallCurve } from "../../evaluation/precision_recall_curve.ts";
import type { RetrievalFigures } from "../../evaluation/retrieval_figures.ts";
import type { RocCurve } from "../../evaluation/roc_curve.ts";
import type { EpochFigures } from "../charts/epoch_pictures.ts";
import type { MappedPicture } from "../charts/map_picture.ts";
import type { SimilarityHistogram } from "../charts/similarity_histogram.ts";
import type { Language } from "./language.ts";

/** All that a report on a run shows: plain data. */
export interface ReportContent {
  readonly language: Language;
  readonly run: RunContent;
  readonly model: ModelMetadata;
  readonly data: DataContent;
  /** Of the folder trained on. */
  readonly estimate: Estimate;
  readonly epochs: readonly EpochFigures[];
  /** The epoch whose weights were kept, from 0. */
  readonly kept: number;
  readonly test: TestContent;
  /** Test pictures in two dimensions; empty where there are too few to lay out. */
  readonly map: readonly MappedPicture[];
  readonly hardest: {
    readonly positives: readonly PicturePair[];
    readonly negatives: readonly PicturePair[];
  };
  /** The worst first. */
  readonly identities: readonly NamedIdentityFigures[];
  readonly settings: readonly SettingContent[];
  readonly warnings: WarningsContent;
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

/** What was trained on what. */
export interface DataContent {
  readonly folder: string;
  /** Null where validation is on identities of `folder`. */
  readonly validationFolder: string | null;
  readonly parts: Readonly<Record<keyof Split, PartEstimate>>;
  readonly leftOut: readonly LeftOut[];
  /** Pictures that were indexed and could not be decoded. */
  readonly skipped: readonly LeftOut[];
  readonly duplicates: readonly (readonly string[])[];
  readonly conflicts: readonly (readonly string[])[];
}

/** What was measured on test identities. */
export interface TestContent {
  readonly figures: PairFigures;
  readonly intervals: Intervals | null;
  readonly retrieval: RetrievalFigures | null;
  readonly roc: RocCurve;
  readonly precisionRecall: PrecisionRecallCurve;
  readonly det: DetCurve;
  readonly histogram: SimilarityHistogram;
}

/** A picture to be shown. */
export interface ReportPicture {
  /** Relative to the folder. */
  readonly path: string;
  readonly identity: string;
  /** A data URI. */
  readonly source: string;
}

/** Two pictures and how alike they are. */
export interface PicturePair {
  readonly a: ReportPicture;
  readonly b: ReportPicture;
  /** Cosine similarity. */
  readonly similarity: number;
}

/** Figures of an identity by its name. */
export interface NamedIdentityFigures extends IdentityFigures {
  readonly name: string;
}

/** A setting as `config.json` has it. */
export interface SettingContent {
  readonly name: string;
  readonly value: string;
  /** What it is when nothing is said; null where something must be. */
  readonly usual: string | null;
  readonly changed: boolean;
}

/** What a reader should keep in mind. */
export interface WarningsContent {
  readonly interrupted: boolean;
  /** The false accept rate that the threshold was asked for. */
  readonly askedFar: number;
  /** Held-out pictures of which an earlier part of the split has a copy, or nearly. */
  readonly copies: number;
}
