import type { TrainSettings } from "../settings/train_settings.ts";

/** Without a number of epochs, as many as make so many batches, and no fewer than `fewestEpochs`. */
const usualBatches = 800;
const fewestEpochs = 20;

/** Tells how far a run has come, by batches, by the clock, or by whichever is further. */
export class RunClock {
  /** Epochs of the whole run; infinite when only the clock ends it. */
  readonly epochs: number;
  readonly #batches: number;
  readonly #seconds: number;
  readonly #start: number;

  /**
   * @param batchesPerEpoch in every epoch
   * @param secondsBefore seconds of training before a resume
   */
  constructor(
    { epochs, minutes }: Pick<TrainSettings, "epochs" | "minutes">,
    batchesPerEpoch: number,
    secondsBefore: number,
  ) {
    const usual = Math.max(fewestEpochs, Math.ceil(usualBatches / batchesPerEpoch));
    this.epochs = epochs ?? (minutes === null ? usual : Infinity);
    this.#batches = this.epochs * batchesPerEpoch;
    this.#seconds = minutes === null ? Infinity : minutes * 60;
    this.#start = performance.now() - secondsBefore * 1000;
  }

  /** Seconds of training so far. */
  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** The share of the run that is done after so many batches, 0 to 1. */
  progress(batches: number): number {
    return Math.min(1, Math.max(batches / this.#batches, this.seconds / this.#seconds));
  }
}
