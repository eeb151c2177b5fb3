import type { Weights } from "../../model/weights/pytorch_layout.ts";
import { learningRateAt } from "../../schedules/learning_rate_at.ts";
import { noPlateau } from "../../schedules/plateau.ts";
import type { Position } from "../run_folder/checkpoint.ts";
import { noSums } from "../run_folder/epoch_sums.ts";
import { RunClock } from "./run_clock.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** How far a run has come, and what follows from that. */
export class RunProgress {
  position: Position = {
    epoch: 0,
    batch: 0,
    step: 0,
    seconds: 0,
    sums: noSums,
    best: null,
    plateau: noPlateau,
  };
  /** The weights of the best epoch, once there is one. */
  bestWeights: Weights | null = null;
  readonly #settings: TrainSettings;
  readonly #batchesPerEpoch: number;
  #clock: RunClock;
  #imagesTrained = 0;
  #secondsTrained = 0;

  constructor(settings: TrainSettings, batchesPerEpoch: number) {
    this.#settings = settings;
    this.#batchesPerEpoch = batchesPerEpoch;
    this.#clock = this.#newClock();
  }

  /** Sets the clock to the position's seconds. */
  startClock(): void {
    this.#clock = this.#newClock();
  }

  /** Counts a step of this process. */
  countStep(images: number, seconds: number): void {
    this.#imagesTrained += images;
    this.#secondsTrained += seconds;
  }

  /** Seconds of training so far. */
  get seconds(): number {
    return this.#clock.seconds;
  }

  /** The share of the run that is done, 0 to 1. */
  get fraction(): number {
    return this.#clock.progress(this.position.step);
  }

  get isOver(): boolean {
    return this.position.epoch >= this.#clock.epochs || this.fraction >= 1;
  }

  /** True where an epoch has begun and not been closed, be the run over or not. */
  get isUnclosed(): boolean {
    return this.position.batch > 0 && this.position.epoch < this.#clock.epochs;
  }

  /** The next step's. */
  get learningRate(): number {
    const { step, epoch, plateau: { drops } } = this.position;
    const { accumulate } = this.#settings;
    const place = { step: Math.floor(step / accumulate), epoch, progress: this.fraction, drops };
    return learningRateAt(place, this.#settings);
  }

  /** Over the training steps of this process alone. */
  get imagesPerSecond(): number {
    return this.#secondsTrained > 0 ? this.#imagesTrained / this.#secondsTrained : 0;
  }

  #newClock(): RunClock {
    return new RunClock(this.#settings, this.#batchesPerEpoch, this.position.seconds);
  }
}
