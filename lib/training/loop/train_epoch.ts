import * as tf from "@tensorflow/tfjs";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import type { BatchReader } from "../data/batch_reader.ts";
import type { Objective } from "./create_objective.ts";
import { isBackboneFrozen, minerWithWarmUp } from "./phases.ts";
import type { CheckpointSaver } from "./checkpoint_saver.ts";
import type { RunProgress } from "./run_progress.ts";
import type { StepMetrics } from "./step_metrics.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { type StepResult, trainStep } from "./train_step.ts";

/** Batches that decoding runs ahead: a queue of a million images would take gigabytes. */
const batchesAhead = 64;

/** What an epoch of training works with. */
export interface EpochOptions {
  readonly settings: TrainSettings;
  readonly model: EmbeddingModel;
  readonly optimizer: Optimizer;
  readonly objective: Objective;
  readonly reader: BatchReader;
  /** Pixels of the images to train on. */
  readonly store: PixelStore;
  readonly progress: RunProgress;
  readonly metrics: StepMetrics;
  readonly checkpoints: CheckpointSaver;
  /** Stops after the current step. */
  readonly signal?: AbortSignal;
}

/**
 * Trains the rest of the current epoch, or until the run is over or told to stop. It reads the next batch
 * during each step.
 *
 * @param batches of the whole epoch, see `epochBatches`
 */
export async function trainEpoch(
  options: EpochOptions,
  batches: readonly (readonly number[])[],
): Promise<void> {
  const { reader, store, progress, metrics, checkpoints, signal } = options;
  const { epoch } = progress.position;
  const first = progress.position.batch;
  store.prefetch(batches.slice(first, first + batchesAhead).flat());
  const read = (batch: number) => {
    const reading = batch < batches.length
      ? reader.read(batches[batch]!, { epoch, batch })
      : Promise.resolve(null);
    // A failure is thrown where the batch is awaited, which can be never.
    reading.catch(() => {});
    return reading;
  };
  let next = read(first);
  try {
    while (progress.position.batch < batches.length && !progress.isOver && !signal?.aborted) {
      const started = performance.now();
      const { batch: index, step } = progress.position;
      const batch = await next;
      next = read(index + 1);
      store.prefetch(batches[index + batchesAhead] ?? []);
      if (batch) {
        metrics.add(takeStep(options, batch), { step, images: batches[index]! });
        tf.dispose([batch.images, batch.labels]);
      }
      progress.position = { ...progress.position, batch: index + 1, step: step + 1 };
      if (metrics.isFull) await metrics.readBack();
      progress.countStep(batches[index]!.length, (performance.now() - started) / 1000);
      if (checkpoints.isDue) {
        await metrics.readBack();
        await checkpoints.save();
      }
    }
    await metrics.readBack();
  } finally {
    // A stop or an error leaves metrics that were not read, and the batch that was read ahead.
    metrics.dispose();
    const ahead = await next.catch(() => null);
    if (ahead) tf.dispose([ahead.images, ahead.labels]);
  }
}

/** Takes one step at the current position of the run. */
function takeStep(
  { settings, model, optimizer, objective, progress }: EpochOptions,
  { images, labels }: { images: tf.Tensor4D; labels: tf.Tensor1D },
): StepResult {
  const { step, epoch } = progress.position;
  const at = { mined: minerWithWarmUp(progress.fraction, settings.miner) === settings.miner, step };
  return trainStep(
    {
      model,
      optimizer,
      objective: (embeddings, labels) => objective(embeddings, labels, at),
      learningRate: progress.learningRate,
      freezeBackbone: isBackboneFrozen(settings, epoch),
      precision: settings.precision,
    },
    images,
    labels,
  );
}
