import type { Language } from "../language/user_message.ts";
import type { TrainEvent } from "./loop/train_event.ts";
import type { TrainSettings } from "./settings/train_settings.ts";

/** What `train` takes. */
export interface TrainOptions {
  /** All settings of the run, see `resolveSettings` and `resumeRun`. */
  readonly settings: TrainSettings;
  /** The run's folder. */
  readonly run: string;
  /** True to continue from the run's checkpoint. */
  readonly resume?: boolean;
  /**
   * True to refuse, before training, a false accept rate that validation has too few identities for.
   * Otherwise the threshold is for the smallest rate that they support, and a warning says so.
   */
  readonly requireFar?: boolean;
  /** The folder that keeps resized pixels from run to run. */
  readonly cacheFolder: string;
  /** False to leave out `report.html` and `charts/`, which take a second or two. */
  readonly report?: boolean;
  /** The language of the report; English by default. */
  readonly language?: Language;
  /** Seconds between checkpoints, 30 by default. */
  readonly checkpointSeconds?: number;
  /** Stops after the current step. */
  readonly signal?: AbortSignal;
  /** Called with what the run tells. */
  readonly onEvent?: (event: TrainEvent) => void;
}
