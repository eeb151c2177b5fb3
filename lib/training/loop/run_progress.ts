import { isDeepStrictEqual } from "node:util";
import { defaultEpochs } from "../../dataset/sampling/plan_training.ts";
import type { Weights } from "../../model/weights/pytorch_layout.ts";
import { learningRateAt } from "../../schedules/learning_rate_at.ts";
import { isAnnealed } from "./phases.ts";
import { type Position, type RunLength, start } from "../run_folder/position.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** How far a run has come, and what follows from that. */
export class RunProgress {
  /** Where the run is. */
  position: Position = start;
  /** The weights of the best epoch, once there is one. */
  bestWeights: Weights | null = null;
  /** The epoch after which the run is over, from 0, where that is known before its schedule ends. */
  lastEpoch = Infinity;
  readonly #settings: TrainSettings;
  readonly #batchesPerEpoch: number;
  #clock: RunClock;
  #imagesTrained = 0;
  #secondsTrained = 0;

  /**
   * @param settings the settings of the run
   * @param batchesPerEpoch batches of every epoch
   */
  constructor(settings: TrainSettings, batchesPerEpoch: number) {
    this.#settings = settings;
    this.#batchesPerEpoch = batchesPerEpoch;
    this.#clock = this.#newClock();
  }

  /** Sets the clock to the seconds of the position. */
  startClock(): void {
    this.#clock = this.#newClock();
  }

  /**
   * Continues from a position of the run, which can have been on its way to another length. An epoch
   * near the end of a shorter run is not annealed in a longer one: it does not win over better ones.
   */
  continueFrom(position: Position): void {
    const { best, length } = position;
    this.position = {
      ...position,
      repeatable: position.repeatable &&
        (length === null || isDeepStrictEqual(length, this.length)),
    };
    this.startClock();
    const steps = ((best?.epoch ?? 0) + 1) * this.#batchesPerEpoch;
    const annealed = best !== null && best.annealed &&
      isAnnealed(this.#clock.progress(steps, position.seconds), this.#settings.schedule);
    if (best) this.position = { ...this.position, best: { ...best, annealed } };
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

  /** The fraction of the run that is done, 0 to 1. */
  get fraction(): number {
    return this.#clock.progress(this.position.step);
  }

  /** How long the run is to be. */
  get length(): RunLength {
    const { epochs, minutes } = this.#settings;
    return { epochs, minutes };
  }

  /** Epochs of the whole run; infinite if only minutes end it. */
  get epochs(): number {
    return this.#clock.epochs;
  }

  /** True once all epochs or all minutes are over, or too many epochs went without improvement. */
  get isOver(): boolean {
    const { epoch } = this.position;
    return epoch >= this.#clock.epochs || epoch > this.lastEpoch || this.fraction >= 1 ||
      this.stopsEarly;
  }

  /** True if the run ends for want of improvement. */
  get stopsEarly(): boolean {
    const { earlyStop } = this.#settings;
    return earlyStop !== null && this.position.improvement.badEpochs >= earlyStop;
  }

  /** True if an epoch has begun and is not closed, whether the run is over or not. */
  get isUnclosed(): boolean {
    return this.position.batch > 0 && this.position.epoch < this.#clock.epochs;
  }

  /** The learning rate of the next step. */
  get learningRate(): number {
    const { step, epoch, plateau: { drops } } = this.position;
    const { accumulate } = this.#settings;
    const place = { step: Math.floor(step / accumulate), epoch, progress: this.fraction, drops };
    return learningRateAt(place, this.#settings);
  }

  /** Images per second over the training steps of this process alone. */
  get imagesPerSecond(): number {
    return this.#secondsTrained > 0 ? this.#imagesTrained / this.#secondsTrained : 0;
  }

  #newClock(): RunClock {
    return new RunClock(this.#settings, this.#batchesPerEpoch, this.position.seconds);
  }
}

/** Tells how far a run has come: by its batches or by the clock, whichever is further. */
export class RunClock {
  /** Epochs of the whole run; infinite if only the clock ends it. */
  readonly epochs: number;
  readonly #batches: number;
  readonly #seconds: number;
  readonly #start: number;

  /**
   * @param settings the length of the run
   * @param batchesPerEpoch batches of every epoch
   * @param secondsBefore seconds of training before the run resumed
   */
  constructor(
    { epochs, minutes, folds = null }:
      & Pick<TrainSettings, "epochs" | "minutes">
      & Partial<Pick<TrainSettings, "folds">>,
    batchesPerEpoch: number,
    secondsBefore: number,
  ) {
    this.epochs = epochs ??
      (minutes === null ? defaultEpochs(batchesPerEpoch, folds !== null) : Infinity);
    this.#batches = this.epochs * batchesPerEpoch;
    this.#seconds = minutes === null ? Infinity : minutes * 60;
    this.#start = performance.now() - secondsBefore * 1000;
  }

  /** Seconds of training so far. */
  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** The fraction of the run that is done after so many batches and seconds, 0 to 1. */
  progress(batches: number, seconds = this.seconds): number {
    return Math.min(1, Math.max(batches / this.#batches, seconds / this.#seconds));
  }
}
