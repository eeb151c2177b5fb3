import type { ConfidenceInterval } from "../evaluation/intervals/confidence_interval.ts";
import type { CrossValidatedAccuracy } from "../evaluation/metrics/cross_validated_accuracy.ts";
import type { PairMetrics } from "../evaluation/metrics/evaluate_pairs.ts";
import type { OpenSetIdentification } from "../evaluation/identification/open_set_identification.ts";
import type { NegativeShift } from "../evaluation/threshold/negative_shift.ts";
import type { CatalogEmbeddings } from "./embed_catalog.ts";
import type { SeenInTraining } from "./exclude_seen.ts";
import type { FolderThreshold } from "./folder_threshold.ts";
import type { MeasuredPairs } from "./measured_pairs.ts";
import type { NamedThreshold } from "../model_file/model_metadata.ts";
import type { ListFaults } from "./pair_lists/list_faults.ts";
import type { SkippedFile } from "../dataset/catalog/catalog.ts";

/**
 * Which pairs make up the metrics: `one-to-many` takes all pairs together; `one-to-one` enrolls each
 * identity in turn against all images, and then takes all pairs together.
 */
export type VerificationMode = "one-to-one" | "one-to-many";

/** One enrolled identity against all images. */
export interface EnrolledMetrics {
  /** Name of the identity. */
  readonly identity: string;
  /** How many images it has. */
  readonly images: number;
  /** Null if it has no positive pair, or no negative one. */
  readonly figures: PairMetrics | null;
}

/** What is measured on the embeddings of a folder, at the threshold that the model decides by. */
export interface FolderMetrics extends MeasuredPairs {
  /** The threshold that these pairs choose; null if there are fewer than four identities. */
  readonly folderThreshold: FolderThreshold | null;
  /** Where negative pairs are of another kind than those that the threshold was measured on, or null. */
  readonly shift: NegativeShift | null;
  /** With a random half of the identities known and the others unknown; null for listed pairs. */
  readonly identification: OpenSetIdentification | null;
  /** For a list of pairs in folds; null for others, or where too few folds have pairs. */
  readonly crossValidation: CrossValidatedAccuracy | null;
  /** For `one-to-one`, each identity in the catalog's order; otherwise none. */
  readonly enrolled: readonly EnrolledMetrics[];
}

/** How well a model tells the identities of a folder apart. */
export interface FolderVerification extends FolderMetrics {
  /** `listed` where a list says which pairs make up the metrics. */
  readonly mode: VerificationMode | "listed";
  /** Identities with an image that was scored. */
  readonly identities: number;
  /** Images that were scored. */
  readonly images: number;
  /** Of these images. */
  readonly embeddings: CatalogEmbeddings;
  /** 95 % confidence interval of the threshold; null for one that was asked for by value or rate. */
  readonly thresholdInterval: ConfidenceInterval | null;
  /** The false accept rate that the threshold was chosen for; null for one asked for by its value. */
  readonly targetFar: number | null;
  /** The named threshold that decides; null for the model's own. */
  readonly named: NamedThreshold | null;
  /** True if the run of the model has not ended. */
  readonly provisional: boolean;
  /** Files that are no image, and images that could not be decoded. */
  readonly skipped: readonly SkippedFile[];
  /** Listed pairs left out because an image is not there, or could not be decoded. */
  readonly missingPairs: number;
  /** Images of the list of pairs that are not in the catalog. */
  readonly missing: readonly string[];
  /** What training saw of the folder; null if that is not known. */
  readonly seen:
    | SeenInTraining & {
      /** True if that is in the metrics nevertheless. */
      readonly included: boolean;
    }
    | null;
  /** Listed pairs left out because training saw an identity of theirs. */
  readonly seenPairs: number;
  /** Images that are copies of another image of their identity, exact or near; 0 for listed pairs. */
  readonly copies: number;
  /** Lines of the list of pairs that distort the metrics; null for others. */
  readonly listFaults: ListFaults | null;
}
