import type { SkippedFile } from "../../dataset/catalog/catalog.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { Language, UserMessage } from "../../language/user_message.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import type { FoldMetrics } from "../../reporting/report/content/report_content.ts";
import type { DuplicateCounts } from "../data/check_split.ts";
import type { TrainingData } from "../data/prepare_data.ts";
import type { TrainingLoopResult } from "../loop/training_loop.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import type { MeasuredTest } from "./measure_model.ts";

/** A finished run to report on. */
export interface FinishedRun {
  /** The folder of the run, with its `metrics.jsonl`. */
  readonly run: string;
  readonly settings: TrainSettings;
  readonly data: TrainingData;
  /** The backend that computed the run. */
  readonly backend: string;
  /** How its training loop ended. */
  readonly outcome: Omit<TrainingLoopResult, "bestWeights">;
  readonly metadata: ModelMetadata;
  /** The identities of that part, with all that was measured on them. */
  readonly test: MeasuredTest;
  /** What each fold of the run measured; none if identities were held out. */
  readonly folds: readonly FoldMetrics[];
  /** Pixels of the part that was measured. */
  readonly store: PixelStore;
  /** Images that could not be decoded. */
  readonly skipped: readonly SkippedFile[];
  /** Held-out images that are copies. */
  readonly duplicates: DuplicateCounts;
  /** What to keep in mind about the results. */
  readonly cautions: readonly UserMessage[];
  /** English by default. */
  readonly language?: Language;
}
