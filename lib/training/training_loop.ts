import * as tf from "@tensorflow/tfjs";
import { type TripletSummary, tripletSummary } from "../../kernels/reference/triplet_summary.ts";
import type { OpenBackend } from "../backends/open_backend.ts";
import { batchShape } from "../dataset/batch_shape.ts";
import { sampleEpoch } from "../dataset/sample_epoch.ts";
import { evaluatePairs, type PairFigures } from "../evaluation/evaluate_pairs.ts";
import type { PixelStore } from "../images/pixel_store.ts";
import type { EmbeddingModel } from "../model/embedding_model.ts";
import { assignWeights, readWeights, type Weights } from "../model/weights.ts";
import { createOptimiser } from "../optimisers/create_optimiser.ts";
import type { Optimiser } from "../optimisers/optimiser.ts";
import { learningRateAt } from "../schedules/learning_rate_at.ts";
import { noPlateau, watchPlateau } from "../schedules/plateau.ts";
import { UserError } from "../user_error.ts";
import { BatchReader } from "./batch_reader.ts";
import { betterEpoch, type RatedEpoch } from "./better_epoch.ts";
import { type Position, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { CollapseDetector } from "./collapse_detector.ts";
import { addToSums, noSums } from "./epoch_sums.ts";
import { createObjective, type Objective } from "./create_objective.ts";
import { isSettled } from "./is_settled.ts";
import { MetricsLog } from "./metrics_log.ts";
import type { TrainingData } from "./prepare_data.ts";
import { recalibrateBatchNorm } from "./recalibrate_batch_norm.ts";
import { minerAt } from "./miner_at.ts";
import { RunClock } from "./run_clock.ts";
import { scorePart } from "./score_part.ts";
import type { TrainEvent } from "./train_event.ts";
import type { TrainSettings } from "./train_settings.ts";
import { trainStep } from "./train_step.ts";

/** Figures are read back together, so that a GPU does not wait for the processor at every step. */
const stepsPerReadback = 8;
/** A kill loses at most so much work; a checkpoint takes a fraction of a second. */
const secondsPerCheckpoint = 30;

/** So many tell BatchNorm's statistics for averaged weights. */
const recalibrationBatches = 8;

/** What a training loop works on. */
export interface TrainingLoopOptions {
  readonly run: string;
  readonly resume: boolean;
  readonly settings: TrainSettings;
  readonly data: TrainingData;
  readonly model: EmbeddingModel;
  readonly backend: OpenBackend;
  /** Pixels of the catalog to train on, and of the one to validate on. */
  readonly stores: { readonly train: PixelStore; readonly validation: PixelStore };
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TrainEvent) => void;
}

/** How a training loop ended. */
export interface TrainingLoopResult {
  /** True where the signal ended it before its time. */
  readonly interrupted: boolean;
  /** Weights of the best epoch by validation. */
  readonly bestWeights: Weights;
  readonly best: RatedEpoch;
  readonly seconds: number;
  /** Over the training steps of this process alone. */
  readonly imagesPerSecond: number;
}

/**
 * Trains until the run's epochs or minutes are over, or the signal says stop, from the run's
 * checkpoint where `resume` is set. What a step does depends on the settings and its place in the run
 * alone (and on the clock where minutes limit the run), so that a resumed run is the uninterrupted
 * one.
 *
 * @throws {UserError} when the loss is not a number any more, the checkpoint is damaged, or the
 *   pictures are others than the checkpoint's
 */
export class TrainingLoop {
  readonly #options: TrainingLoopOptions;
  readonly #objective: Objective;
  readonly #optimiser: Optimiser;
  readonly #reader: BatchReader;
  readonly #metrics: MetricsLog;
  readonly #collapse: CollapseDetector | null;
  #position: Position = {
    epoch: 0,
    batch: 0,
    step: 0,
    seconds: 0,
    sums: noSums,
    best: null,
    plateau: noPlateau,
  };
  #bestWeights: Weights | null = null;
  #clock: RunClock;
  #lastCheckpoint = performance.now();
  #imagesTrained = 0;
  #secondsTrained = 0;

  constructor(options: TrainingLoopOptions) {
    const { settings, data, model, stores, run } = options;
    this.#options = options;
    // Before the optimiser, which trains the loss's own weights as well.
    this.#objective = createObjective(settings, {
      parameters: model.parameters,
      embeddingSize: model.embeddingSize,
      classes: data.train.length,
    });
    this.#optimiser = createOptimiser(
      settings.optimizer,
      model.parameters.trainable(),
      settings,
    );
    this.#reader = new BatchReader({
      identities: data.train,
      store: stores.train,
      normalisation: model.normalisation,
      seed: settings.seed,
    });
    this.#metrics = new MetricsLog(run);
    const { loss, margin } = settings;
    this.#collapse = loss === "triplet" && margin !== null ? new CollapseDetector(margin) : null;
    this.#clock = new RunClock(settings, data.batchesPerEpoch, 0);
  }

  /** Runs to the end. */
  async run(): Promise<TrainingLoopResult> {
    try {
      const { resume, settings, data, signal } = this.#options;
      if (resume) await this.#restore();
      // So that a run that is killed, or fails, can be gone on with from its first step.
      else await this.#checkpoint();
      await this.#metrics.keepBefore(this.#position.epoch);
      this.#clock = new RunClock(settings, data.batchesPerEpoch, this.#position.seconds);
      while (!this.#isOver() && !signal?.aborted) {
        await this.#trainEpoch();
        const { batch } = this.#position;
        if (signal?.aborted && batch < data.batchesPerEpoch && !this.#isOver()) break;
        await this.#closeEpoch();
      }
      await this.#checkpoint();
      return {
        interrupted: !this.#isOver(),
        ...await this.#best(),
        seconds: this.#clock.seconds,
        imagesPerSecond: this.#imagesPerSecond(),
      };
    } finally {
      this.#optimiser.dispose();
    }
  }

  /** The best epoch; where not even the first is over, the weights as they stand. */
  async #best(): Promise<Pick<TrainingLoopResult, "best" | "bestWeights">> {
    const kept = this.#position.best;
    if (kept && this.#bestWeights) return { best: kept, bestWeights: this.#bestWeights };
    const { auc } = await this.#validate();
    const { parameters } = this.#options.model;
    const best = { epoch: 0, auc, settled: false };
    return { best, bestWeights: await readWeights(parameters) };
  }

  #isOver(): boolean {
    return this.#position.epoch >= this.#clock.epochs || this.#progress() >= 1;
  }

  #progress(): number {
    return this.#clock.progress(this.#position.step);
  }

  #learningRate(): number {
    const { settings } = this.#options;
    const { step, epoch, plateau: { drops } } = this.#position;
    return learningRateAt({
      step: Math.floor(step / settings.accumulate),
      epoch,
      progress: this.#progress(),
      drops,
    }, settings);
  }

  #drawEpoch(epoch: number): number[][] {
    const { settings, data } = this.#options;
    const shape = batchShape(settings.batch, settings.perIdentity);
    return sampleEpoch(data.train, { ...shape, seed: settings.seed, epoch });
  }

  /** Trains what is left of the epoch, or until the run is over or shall stop. */
  async #trainEpoch(): Promise<void> {
    const { settings, model, stores, signal } = this.#options;
    const { epoch } = this.#position;
    const batches = this.#drawEpoch(epoch);
    stores.train.prefetch(batches.slice(this.#position.batch).flat());
    const read = (batch: number) => {
      const reading = batch < batches.length
        ? this.#reader.read(batches[batch]!, { epoch, batch })
        : Promise.resolve(null);
      // A failure is thrown where the batch is awaited, which may be never.
      reading.catch(() => {});
      return reading;
    };
    let next = read(this.#position.batch);
    let pending: tf.Tensor1D[] = [];
    try {
      while (this.#position.batch < batches.length && !this.#isOver() && !signal?.aborted) {
        const started = performance.now();
        const { batch: index, step } = this.#position;
        const batch = await next;
        next = read(index + 1);
        if (batch) {
          const progress = this.#progress();
          const at = { mined: minerAt(progress, settings.miner) === settings.miner, step };
          const learningRate = this.#learningRate();
          const { images, labels } = batch;
          pending.push(
            trainStep(
              {
                model,
                optimiser: this.#optimiser,
                objective: (embeddings, labels) => this.#objective(embeddings, labels, at),
                learningRate,
              },
              images,
              labels,
            ),
          );
          tf.dispose([images, labels]);
        }
        this.#position = { ...this.#position, batch: index + 1, step: step + 1 };
        if (pending.length === stepsPerReadback) {
          await this.#readBack(pending);
          pending = [];
        }
        this.#imagesTrained += batches[index]!.length;
        this.#secondsTrained += (performance.now() - started) / 1000;
        if (performance.now() - this.#lastCheckpoint > secondsPerCheckpoint * 1000) {
          await this.#readBack(pending);
          pending = [];
          await this.#checkpoint();
        }
      }
      await this.#readBack(pending);
    } finally {
      // What a stop or an error left: figures that were not read, and the batch read ahead.
      tf.dispose(pending);
      const ahead = await next.catch(() => null);
      if (ahead) tf.dispose([ahead.images, ahead.labels]);
    }
  }

  /** Adds the figures of steps to the epoch's, and tells. */
  async #readBack(pending: readonly tf.Tensor1D[]): Promise<void> {
    if (pending.length === 0) return;
    const figures: TripletSummary[] = [];
    for (const summary of pending) {
      figures.push(tripletSummary(await summary.data()));
      summary.dispose();
    }
    const { backend, onEvent } = this.#options;
    backend.check();
    for (const figure of figures) {
      if (!Number.isFinite(figure.loss)) {
        throw new UserError(
          `stopped before step ${this.#position.step}: the loss is not a number any more; the last ` +
            "checkpoint is kept; train anew with a smaller --learning-rate",
        );
      }
      this.#position = { ...this.#position, sums: addToSums(this.#position.sums, figure) };
      const message = this.#collapse?.watch(figure);
      if (message) onEvent?.({ kind: "warning", message });
    }
    const { sums, epoch } = this.#position;
    const progress = this.#progress(), { seconds } = this.#clock;
    onEvent?.({
      kind: "step",
      progress,
      epoch,
      imagesPerSecond: this.#imagesPerSecond(),
      loss: sums.loss / sums.batches,
      activeShare: sums.active / Math.max(1, sums.valid),
      secondsLeft: progress > 0 ? seconds * (1 - progress) / progress : Infinity,
    });
  }

  #imagesPerSecond(): number {
    return this.#secondsTrained > 0 ? this.#imagesTrained / this.#secondsTrained : 0;
  }

  /** Validates, keeps the best weights, and turns to the next epoch. */
  async #closeEpoch(): Promise<void> {
    const { settings, model, onEvent } = this.#options;
    const { epoch, step, sums, best, plateau } = this.#position;
    const { auc, eer } = await this.#validate();
    const progress = this.#progress();
    const rated = { epoch, auc, settled: isSettled(progress, settings.schedule) };
    const isBest = betterEpoch(rated, best);
    if (isBest) this.#bestWeights = await readWeights(model.parameters);
    this.#optimiser.trainMode();
    const batches = Math.max(1, sums.batches);
    const metrics = {
      epoch,
      step,
      seconds: this.#clock.seconds,
      imagesPerSecond: this.#imagesPerSecond(),
      learningRate: this.#learningRate(),
      miner: minerAt(progress, settings.miner),
      loss: sums.loss / batches,
      activeShare: sums.active / Math.max(1, sums.valid),
      meanPositive: sums.meanPositive / batches,
      meanNegative: sums.meanNegative / batches,
      validation: { auc, eer },
      tensors: tf.memory().numTensors,
      residentMebibytes: Deno.memoryUsage().rss / 2 ** 20,
    };
    await this.#metrics.append(metrics);
    this.#position = {
      ...this.#position,
      epoch: epoch + 1,
      batch: 0,
      sums: noSums,
      best: isBest ? rated : best,
      plateau: watchPlateau(plateau, auc, settings.patience),
    };
    onEvent?.({ kind: "epoch", metrics, best: isBest });
  }

  /** Measures on the validation part, and leaves the optimiser in evaluation mode. */
  async #validate(): Promise<PairFigures> {
    const { data, model, backend, stores } = this.#options;
    this.#optimiser.evalMode();
    if (this.#optimiser.averages) await this.#recalibrate();
    const { pairs } = await scorePart(model, data.validation, stores.validation);
    backend.check();
    return evaluatePairs(pairs);
  }

  /** Estimates BatchNorm's statistics anew, on the first batches of the epoch that is under way. */
  async #recalibrate(): Promise<void> {
    const { epoch } = this.#position;
    const batches = this.#drawEpoch(epoch).slice(0, recalibrationBatches);
    await recalibrateBatchNorm(
      this.#options.model,
      batches.map((indices, batch) => () => this.#reader.read(indices, { epoch, batch })),
    );
  }

  async #checkpoint(): Promise<void> {
    const { run, model, data } = this.#options;
    await writeCheckpoint(run, {
      catalogHash: data.catalog.hash,
      position: { ...this.#position, seconds: this.#clock.seconds },
      weights: await readWeights(model.parameters),
      bestWeights: this.#bestWeights,
      optimiser: await this.#optimiser.read(),
    });
    this.#lastCheckpoint = performance.now();
  }

  async #restore(): Promise<void> {
    const { run, model, data, settings } = this.#options;
    const { catalogHash, position, weights, bestWeights, optimiser } = await readCheckpoint(run);
    if (catalogHash !== data.catalog.hash) {
      throw new UserError(
        `cannot resume "${run}": "${settings.data}" does not hold the pictures any more that it was ` +
          "started with; put them back, or train anew with another --out",
      );
    }
    assignWeights(model.parameters, weights, `the checkpoint of "${run}"`);
    this.#optimiser.restore(optimiser);
    this.#bestWeights = bestWeights;
    this.#position = position;
  }
}
