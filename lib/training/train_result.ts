import type { FoldMetrics } from "../reporting/report/content/report_content.ts";
import type { Calibration, HeldOutMetrics } from "../model_file/model_metadata.ts";
import type { EpochScore } from "./run_folder/position.ts";
import type { DuplicateCounts } from "./data/check_split.ts";
import type { UserMessage } from "../language/user_message.ts";
import type { SkippedFile } from "../dataset/catalog/catalog.ts";

/** The outcome of a run. */
export interface TrainResult {
  /** The folder of the run. */
  readonly run: string;
  /** The backend that computed it. */
  readonly backend: string;
  /** True if it was stopped before its end; `resume` continues it. */
  readonly interrupted: boolean;
  /** True if the settings alone give the same weights again, to the bit. */
  readonly repeatable: boolean;
  /** Seconds of training, those before the run resumed included. */
  readonly seconds: number;
  /** Over the training steps of this process alone. */
  readonly imagesPerSecond: number;
  /**
   * The epoch of the saved weights: the best on validation, or the first one if a stop cut it short. With
   * folds, the best by the mean of their AUCs.
   */
  readonly best: EpochScore;
  /** What each fold measured; none if identities were held out. */
  readonly folds: readonly FoldMetrics[];
  /** Measured on the test identities, on the validation identities if there are none, or in all folds. */
  readonly heldOut: HeldOutMetrics;
  /** The threshold, and what was measured at it. */
  readonly calibration: Calibration;
  /** Held-out images that are copies. */
  readonly duplicates: DuplicateCounts;
  /** What to keep in mind about the results. */
  readonly cautions: readonly UserMessage[];
  /** Images that were indexed and could not be decoded. */
  readonly skipped: readonly SkippedFile[];
}
