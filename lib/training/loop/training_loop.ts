import type { OpenBackend } from "../../backends/open_backend.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Weights } from "../../model/weights/pytorch_layout.ts";
import { readWeights } from "../../model/weights/weights.ts";
import { createOptimizer } from "../../optimizers/registry.ts";
import { BatchReader } from "../data/batch_reader.ts";
import type { EpochScore } from "../run_folder/position.ts";
import { closeEpoch } from "./close_epoch.ts";
import { createObjective } from "./create_objective.ts";
import { MetricsLog } from "../run_folder/metrics_log.ts";
import { parameterGroups } from "./parameter_groups.ts";
import { epochBatches, type ModelData } from "../data/prepare_data.ts";
import { CheckpointSaver } from "./checkpoint_saver.ts";
import type { RunProgress } from "./run_progress.ts";
import { trainingLoopMessages as messages } from "./messages.ts";
import { saveProvisionalModel } from "./save_provisional_model.ts";
import { StepMetrics } from "./step_metrics.ts";
import { type EpochOptions, trainEpoch } from "./train_epoch.ts";
import type { TrainEvent } from "./train_event.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { type CrossValidation, validate, type ValidatedEpoch } from "./validate.ts";

/** What a training loop works on. */
export interface TrainingLoopOptions {
  /** The folder of the run. */
  readonly run: string;
  /** True to continue from the run's checkpoint. */
  readonly resume: boolean;
  readonly settings: TrainSettings;
  /** At the start; training advances it. */
  readonly progress: RunProgress;
  readonly data: ModelData;
  readonly model: EmbeddingModel;
  readonly backend: OpenBackend;
  /** Pixels of the catalog to train on, and of the one to validate on. */
  readonly stores: { readonly train: PixelStore; readonly validation: PixelStore };
  /** What the loop is in a cross-validation; nothing by default. */
  readonly crossValidation?: CrossValidation;
  /** Seconds between checkpoints, 30 by default. */
  readonly checkpointSeconds?: number;
  /** Stops after the current step. */
  readonly signal?: AbortSignal;
  /** Called with what the run tells. */
  readonly onEvent?: (event: TrainEvent) => void;
}

/** How a training loop ended. */
export interface TrainingLoopResult {
  /** True if the signal stopped it before its end. */
  readonly interrupted: boolean;
  /** True if the settings alone give the same weights again, to the bit. */
  readonly repeatable: boolean;
  /** Weights of the best epoch by validation. */
  readonly bestWeights: Weights;
  readonly best: EpochScore;
  /** Seconds of training, those before the run resumed included. */
  readonly seconds: number;
  /** Over the training steps of this process alone. */
  readonly imagesPerSecond: number;
}

/**
 * Trains until the run's epochs or minutes are over, or the signal stops it; from the run's checkpoint if
 * `resume` is set. What a step does depends only on the settings and its position in the run (and on the
 * clock where minutes limit the run), so that a resumed run is the same as one without a stop.
 *
 * @throws {UserError} if a number stops being finite, the device is lost, the checkpoint is damaged, or
 *   the images are not those of the checkpoint
 */
export class TrainingLoop {
  readonly #options: TrainingLoopOptions;
  readonly #progress: RunProgress;
  readonly #parts: EpochOptions;
  readonly #metrics: MetricsLog;

  /** @param options what the loop works on */
  constructor(options: TrainingLoopOptions) {
    const { settings, progress, data, model, stores, run, backend, signal, onEvent } = options;
    this.#options = options;
    this.#progress = progress;
    // Before the optimizer, which also trains the weights of the loss.
    const objective = createObjective(settings, {
      parameters: model.parameters,
      embeddingSize: model.embeddingSize,
      classes: data.train.length,
    });
    const optimizer = createOptimizer(
      settings.optimizer,
      parameterGroups(model.parameters, settings),
      settings,
    );
    this.#parts = {
      settings,
      model,
      objective,
      optimizer,
      progress,
      reader: new BatchReader({
        identities: data.train,
        store: stores.train,
        normalization: model.normalization,
        augmentation: settings.augmentation,
        seed: settings.seed,
      }),
      store: stores.train,
      metrics: new StepMetrics({
        run,
        settings,
        progress,
        backend,
        batches: progress.epochs * data.batchesPerEpoch,
        optimizer,
        path: (image) => data.catalog.images[image]!.path,
        onEvent,
      }),
      checkpoints: new CheckpointSaver({
        run,
        folder: settings.data,
        catalogHash: data.catalog.hash,
        model,
        optimizer,
        progress,
        backend,
        checkpointSeconds: options.checkpointSeconds,
      }),
      signal,
    };
    this.#metrics = new MetricsLog(run);
  }

  /** Trains to the end. */
  async run(): Promise<TrainingLoopResult> {
    const progress = this.#progress;
    const { optimizer, checkpoints } = this.#parts;
    try {
      const { resume, data, signal } = this.#options;
      if (resume) await checkpoints.restore();
      // So that a run that is killed or fails can resume from its first step.
      else await checkpoints.save();
      await this.#metrics.truncateToEpoch(progress.position.epoch);
      progress.startClock();
      // A run that was killed at its last step still has to close its last epoch.
      while ((!progress.isOver || progress.isUnclosed) && !signal?.aborted) {
        const batches = this.#batches();
        await trainEpoch(this.#parts, batches);
        const { batch } = progress.position;
        if (signal?.aborted && batch < data.batchesPerEpoch && !progress.isOver) break;
        await this.#closeEpoch(batches);
      }
      await checkpoints.save();
      this.#tellEarlyStop();
      return {
        interrupted: !progress.isOver,
        repeatable: this.#isRepeatable(),
        ...await this.#best(),
        seconds: progress.seconds,
        imagesPerSecond: progress.imagesPerSecond,
      };
    } finally {
      optimizer.dispose();
    }
  }

  #tellEarlyStop(): void {
    if (!this.#progress.stopsEarly) return;
    const { badEpochs } = this.#progress.position.improvement;
    const option = { option: "earlyStop" };
    const message = messages.stoppedEarly({ epochs: badEpochs, option });
    this.#options.onEvent?.({ kind: "note", message });
  }

  /** A clock stops no two runs at the same step, and a GPU adds in no fixed order. */
  #isRepeatable(): boolean {
    const { settings, backend } = this.#options;
    const { position, isOver } = this.#progress;
    return isOver && position.repeatable && settings.minutes === null && backend.name !== "webgpu";
  }

  /** The best epoch; if not even the first one is over, the weights as they are now. */
  async #best(): Promise<Pick<TrainingLoopResult, "best" | "bestWeights">> {
    const { position: { best }, bestWeights } = this.#progress;
    if (best && bestWeights) return { best, bestWeights };
    const { auc } = await this.#validate(this.#batches());
    const { parameters } = this.#options.model;
    return { best: { epoch: 0, auc, annealed: false }, bestWeights: await readWeights(parameters) };
  }

  #batches(): number[][] {
    const { settings, data } = this.#options;
    return epochBatches(settings, data, this.#progress.position.epoch);
  }

  async #closeEpoch(batches: readonly (readonly number[])[]): Promise<void> {
    const { run, onEvent, crossValidation } = this.#options;
    const { scores, ...validation } = await this.#validate(batches);
    const { metrics, ...rank } = await closeEpoch(this.#parts, validation);
    await this.#metrics.append(metrics);
    // The model of a fold only measures.
    if (rank.best && !crossValidation?.keep) {
      await saveProvisionalModel(run, this.#progress.bestWeights!, { ...this.#options, scores });
    }
    onEvent?.({ kind: "epoch", metrics, ...rank });
  }

  #validate(batches: readonly (readonly number[])[]): Promise<ValidatedEpoch> {
    const { data, stores, backend, crossValidation } = this.#options;
    const part = {
      ...crossValidation,
      part: data.validation,
      store: stores.validation,
      backend,
    };
    return validate({ ...this.#parts, ...part }, this.#progress.position.epoch, batches);
  }
}
