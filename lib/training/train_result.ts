import type { Calibration, HeldOutMetrics } from "../model_file/model_metadata.ts";
import type { EpochScore } from "./run_folder/is_better_epoch.ts";
import type { DuplicateCounts } from "./data/check_split.ts";
import type { SkippedFile } from "../dataset/catalog/catalog.ts";

/** What a run came to. */
export interface TrainResult {
  readonly run: string;
  readonly backend: string;
  /** True where it was stopped before its time; `resume` goes on. */
  readonly interrupted: boolean;
  /** Seconds of training, those before a resume included. */
  readonly seconds: number;
  readonly imagesPerSecond: number;
  /** The epoch whose weights were kept: the best by validation, or the first that a stop cut short. */
  readonly best: EpochScore;
  readonly heldOut: HeldOutMetrics;
  readonly calibration: Calibration;
  readonly duplicates: DuplicateCounts;
  /** Pictures that were indexed and could not be decoded. */
  readonly skipped: readonly SkippedFile[];
}
