import type { Language } from "../language/user_message.ts";
import type { TrainEvent } from "./loop/train_event.ts";
import type { TrainSettings } from "./settings/train_settings.ts";

/** What `train` needs. */
export interface TrainOptions {
  readonly settings: TrainSettings;
  /** The run's folder. */
  readonly run: string;
  /** Goes on from the run's checkpoint. */
  readonly resume?: boolean;
  /**
   * Refuses a false accept rate that validation has too few negative pairs for, before training;
   * without it the threshold is for the least that they support, and a warning says so.
   */
  readonly requireFar?: boolean;
  /** Keeps resized pixels from run to run. */
  readonly cacheFolder: string;
  /** False leaves out `report.html` and `charts/`, which take a second or two. */
  readonly report?: boolean;
  /** Of the report; English where it is left out. */
  readonly language?: Language;
  /** Seconds from checkpoint to checkpoint, 30 by default. */
  readonly checkpointSeconds?: number;
  /** Stops after the step under way. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TrainEvent) => void;
}
