import type { BackendName } from "../../backends/open_backend.ts";
import type { Catalog, SkippedFile } from "../../dataset/catalog/catalog.ts";
import type { IndexProgress } from "../../dataset/catalog/index_folder.ts";
import type { Message } from "../../language/message.ts";
import type { MeasureProgress } from "../../verification/measure_progress.ts";
import type { EpochMetrics } from "../run_folder/metrics_log.ts";

/** What a run tells while it goes on. */
export type TrainEvent =
  /** Bytes of a file of weights that have come, of so many. */
  | { readonly kind: "download"; readonly done: number; readonly total: number }
  | { readonly kind: "indexing"; readonly progress: IndexProgress }
  | {
    readonly kind: "data";
    readonly catalog: Catalog;
    /** Number of identities in each part. */
    readonly train: number;
    readonly validation: number;
    readonly test: number;
  }
  | { readonly kind: "backend"; readonly name: BackendName; readonly reason: string }
  | {
    readonly kind: "weights";
    readonly path: string;
    /** How many tensors were set. */
    readonly set: number;
    /** Names of tensors in the file that the model has no place for. */
    readonly ignored: readonly string[];
  }
  | {
    readonly kind: "step";
    /** The share of the run that is done, 0 to 1. */
    readonly progress: number;
    readonly epoch: number;
    readonly imagesPerSecond: number;
    /** Means over the epoch so far. */
    readonly loss: number;
    readonly activeFraction: number;
    readonly secondsLeft: number;
  }
  | { readonly kind: "epoch"; readonly metrics: EpochMetrics; readonly best: boolean }
  /** Pictures are compared across the split; the share of them that was read, 0 to 1. */
  | { readonly kind: "comparing"; readonly progress: number }
  /** Training is over; thresholds, figures and their intervals are taken. Null as that begins. */
  | { readonly kind: "measuring"; readonly progress: MeasureProgress | null }
  /** The report, its charts and TensorBoard's pictures are made. */
  | { readonly kind: "reporting" }
  | { readonly kind: "skipped" } & SkippedFile
  | { readonly kind: "warning"; readonly message: Message };
