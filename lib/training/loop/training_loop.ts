import type { OpenBackend } from "../../backends/open_backend.ts";
import type { PairMetrics } from "../../evaluation/metrics/evaluate_pairs.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Weights } from "../../model/weights/pytorch_layout.ts";
import { readWeights } from "../../model/weights/weights.ts";
import { createOptimizer } from "../../optimizers/registry.ts";
import { BatchReader } from "../data/batch_reader.ts";
import type { EpochScore } from "../run_folder/is_better_epoch.ts";
import { closeEpoch } from "./close_epoch.ts";
import { createObjective } from "./create_objective.ts";
import { epochBatches } from "../data/epoch_batches.ts";
import { MetricsLog } from "../run_folder/metrics_log.ts";
import { parameterGroups } from "./parameter_groups.ts";
import type { TrainingData } from "../data/prepare_data.ts";
import { CheckpointSaver } from "./checkpoint_saver.ts";
import type { RunProgress } from "./run_progress.ts";
import { StepMetrics } from "./step_metrics.ts";
import { type EpochOptions, trainEpoch } from "./train_epoch.ts";
import type { TrainEvent } from "./train_event.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { validate } from "./validate.ts";

/** What a training loop works on. */
export interface TrainingLoopOptions {
  readonly run: string;
  readonly resume: boolean;
  readonly settings: TrainSettings;
  /** At the beginning; is moved on here. */
  readonly progress: RunProgress;
  readonly data: TrainingData;
  readonly model: EmbeddingModel;
  readonly backend: OpenBackend;
  /** Pixels of the catalog to train on, and of the one to validate on. */
  readonly stores: { readonly train: PixelStore; readonly validation: PixelStore };
  /** See `KeptRun`. */
  readonly checkpointSeconds?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TrainEvent) => void;
}

/** How a training loop ended. */
export interface TrainingLoopResult {
  /** True where the signal ended it before its time. */
  readonly interrupted: boolean;
  /** Weights of the best epoch by validation. */
  readonly bestWeights: Weights;
  readonly best: EpochScore;
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
 * @throws {UserError} when a number ceases to be finite, the device is lost, the checkpoint is damaged,
 *   or the pictures are others than the checkpoint's
 */
export class TrainingLoop {
  readonly #options: TrainingLoopOptions;
  readonly #progress: RunProgress;
  readonly #parts: EpochOptions;
  readonly #metrics: MetricsLog;

  constructor(options: TrainingLoopOptions) {
    const { settings, progress, data, model, stores, run, backend, signal, onEvent } = options;
    this.#options = options;
    this.#progress = progress;
    // Before the optimiser, which trains the loss's own weights as well.
    const objective = createObjective(settings, {
      parameters: model.parameters,
      embeddingSize: model.embeddingSize,
      classes: data.train.length,
    });
    const optimiser = createOptimizer(
      settings.optimizer,
      parameterGroups(model.parameters, settings),
      settings,
    );
    this.#parts = {
      settings,
      model,
      objective,
      optimizer: optimiser,
      progress,
      reader: new BatchReader({
        identities: data.train,
        store: stores.train,
        normalisation: model.normalization,
        augmentation: settings.augmentation,
        seed: settings.seed,
      }),
      store: stores.train,
      metrics: new StepMetrics({
        run,
        settings,
        progress,
        backend,
        optimiser,
        path: (image) => data.catalog.images[image]!.path,
        onEvent,
      }),
      checkpoints: new CheckpointSaver({
        run,
        folder: settings.data,
        catalogHash: data.catalog.hash,
        model,
        optimizer: optimiser,
        progress,
        backend,
        checkpointSeconds: options.checkpointSeconds,
      }),
      signal,
    };
    this.#metrics = new MetricsLog(run);
  }

  /** Runs to the end. */
  async run(): Promise<TrainingLoopResult> {
    const progress = this.#progress;
    const { optimizer: optimiser, checkpoints: keeper } = this.#parts;
    try {
      const { resume, data, signal } = this.#options;
      if (resume) await keeper.restore();
      // So that a run that is killed, or fails, can be gone on with from its first step.
      else await keeper.save();
      await this.#metrics.truncateToEpoch(progress.position.epoch);
      progress.startClock();
      // A run that was killed at its last step has its last epoch to close still.
      while ((!progress.isOver || progress.isUnclosed) && !signal?.aborted) {
        const batches = this.#drawEpoch();
        await trainEpoch(this.#parts, batches);
        const { batch } = progress.position;
        if (signal?.aborted && batch < data.batchesPerEpoch && !progress.isOver) break;
        await this.#closeEpoch(batches);
      }
      await keeper.save();
      return {
        interrupted: !progress.isOver,
        ...await this.#best(),
        seconds: progress.seconds,
        imagesPerSecond: progress.imagesPerSecond,
      };
    } finally {
      optimiser.dispose();
    }
  }

  /** The best epoch; where not even the first is over, the weights as they stand. */
  async #best(): Promise<Pick<TrainingLoopResult, "best" | "bestWeights">> {
    const { position: { best }, bestWeights } = this.#progress;
    if (best && bestWeights) return { best, bestWeights };
    const { auc } = await this.#validate(this.#drawEpoch());
    const { parameters } = this.#options.model;
    return { best: { epoch: 0, auc, settled: false }, bestWeights: await readWeights(parameters) };
  }

  #drawEpoch(): number[][] {
    const { settings, data } = this.#options;
    return epochBatches(settings, data, this.#progress.position.epoch);
  }

  async #closeEpoch(batches: readonly (readonly number[])[]): Promise<void> {
    const { metrics, best } = await closeEpoch(this.#parts, await this.#validate(batches));
    await this.#metrics.append(metrics);
    this.#options.onEvent?.({ kind: "epoch", metrics, best });
  }

  #validate(batches: readonly (readonly number[])[]): Promise<PairMetrics> {
    const { data, stores, backend } = this.#options;
    const part = { part: data.validation, store: stores.validation, backend };
    return validate({ ...this.#parts, ...part }, this.#progress.position.epoch, batches);
  }
}
