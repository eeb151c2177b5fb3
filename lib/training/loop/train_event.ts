import type { BackendName } from "../../backends/open_backend.ts";
import type { Catalog, SkippedFile } from "../../dataset/catalog/catalog.ts";
import type { BatchShape } from "../../dataset/sampling/batch_shape.ts";
import type { IndexProgress } from "../../dataset/catalog/index_folder.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { MeasureProgress } from "../../verification/measured_pairs.ts";
import type { EpochMetrics } from "../run_folder/epoch_metrics.ts";

/** What a run tells as it goes on. */
export type TrainEvent =
  /** Bytes of a file of weights that are downloaded, of the total. */
  | { readonly kind: "download"; readonly done: number; readonly total: number }
  | { readonly kind: "indexing"; readonly progress: IndexProgress }
  | {
    readonly kind: "data";
    readonly catalog: Catalog;
    /** Number of identities in each part. */
    readonly train: number;
    readonly validation: number;
    readonly test: number;
    /** Folds that identities are measured in, where none are held out; otherwise 0. */
    readonly folds: number;
    /** Epochs of the run; null if a time limit alone ends it. */
    readonly epochs: number | null;
    /** The time limit; null if there is none. */
    readonly minutes: number | null;
    /** Batches of each epoch, and what is in one. */
    readonly batchesPerEpoch: number;
    readonly shape: BatchShape;
  }
  /** Begins to train the model of a fold, from 0; last, with `fold` null, that of all identities. */
  | { readonly kind: "fold"; readonly fold: number | null; readonly folds: number }
  | { readonly kind: "backend"; readonly name: BackendName; readonly reason: UserMessage }
  | {
    readonly kind: "weights";
    readonly path: string;
    /** How many tensors were set. */
    readonly set: number;
    /** Names of tensors in the file that the model does not have. */
    readonly ignored: readonly string[];
  }
  | {
    readonly kind: "step";
    /** The fraction of the run that is done, 0 to 1. */
    readonly progress: number;
    readonly epoch: number;
    readonly imagesPerSecond: number;
    /** Mean over the epoch so far. */
    readonly loss: number;
    /** The fraction of pairs or triplets with a loss above 0, over the epoch so far. */
    readonly activeFraction: number;
    readonly secondsLeft: number;
  }
  /** How long the rest of the run takes, in seconds: told once, after some steps. */
  | { readonly kind: "duration"; readonly seconds: number }
  | {
    readonly kind: "epoch";
    readonly metrics: EpochMetrics;
    /** True if its weights are the best so far, see `isBetterEpoch`. */
    readonly best: boolean;
    /** True if no epoch before had a higher validation AUC. */
    readonly highest: boolean;
  }
  /** Compares images across the split; the fraction of them that is read, 0 to 1. */
  | { readonly kind: "comparing"; readonly progress: number }
  /** Training is over; measures the model with its threshold and intervals. Null as that begins. */
  | { readonly kind: "measuring"; readonly progress: MeasureProgress | null }
  /** Makes the report, its charts and TensorBoard's images. */
  | { readonly kind: "reporting" }
  | { readonly kind: "skipped" } & SkippedFile
  /** What the run does differently from what it does by default. */
  | { readonly kind: "note"; readonly message: UserMessage }
  | { readonly kind: "warning"; readonly message: UserMessage };
