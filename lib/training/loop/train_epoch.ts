import * as tf from "@tensorflow/tfjs";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import type { BatchReader } from "../data/batch_reader.ts";
import type { Objective } from "./create_objective.ts";
import { isBackboneFrozen } from "./is_backbone_frozen.ts";
import { minerWithWarmUp } from "./mining_warm_up.ts";
import type { CheckpointSaver } from "./checkpoint_saver.ts";
import type { RunProgress } from "./run_progress.ts";
import type { StepMetrics } from "./step_metrics.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { type StepResult, trainStep } from "./train_step.ts";

/** Decoders run so many batches ahead: a queue of a million pictures would take gigabytes. */
const batchesAhead = 64;

/** What an epoch of training works with. */
export interface EpochOptions {
  readonly settings: TrainSettings;
  readonly model: EmbeddingModel;
  readonly optimizer: Optimizer;
  readonly objective: Objective;
  readonly reader: BatchReader;
  /** The pictures that are trained on. */
  readonly store: PixelStore;
  readonly progress: RunProgress;
  readonly metrics: StepMetrics;
  readonly checkpoints: CheckpointSaver;
  readonly signal?: AbortSignal;
}

/**
 * Trains what is left of the epoch that is under way, or until the run is over or shall stop. The
 * next batch is read beside each step.
 *
 * @param batches of the whole epoch, see `drawEpoch`
 */
export async function trainEpoch(
  options: EpochOptions,
  batches: readonly (readonly number[])[],
): Promise<void> {
  const { reader, store, progress, metrics: figures, checkpoints: keeper, signal } = options;
  const { epoch } = progress.position;
  const first = progress.position.batch;
  store.prefetch(batches.slice(first, first + batchesAhead).flat());
  const read = (batch: number) => {
    const reading = batch < batches.length
      ? reader.read(batches[batch]!, { epoch, batch })
      : Promise.resolve(null);
    // A failure is thrown where the batch is awaited, which may be never.
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
        figures.add(takeStep(options, batch), { step, images: batches[index]! });
        tf.dispose([batch.images, batch.labels]);
      }
      progress.position = { ...progress.position, batch: index + 1, step: step + 1 };
      if (figures.isFull) await figures.readBack();
      progress.countStep(batches[index]!.length, (performance.now() - started) / 1000);
      if (keeper.isDue) {
        await figures.readBack();
        await keeper.save();
      }
    }
    await figures.readBack();
  } finally {
    // What a stop or an error left: figures that were not read, and the batch read ahead.
    figures.dispose();
    const ahead = await next.catch(() => null);
    if (ahead) tf.dispose([ahead.images, ahead.labels]);
  }
}

/** One step at the run's place. */
function takeStep(
  { settings, model, optimizer: optimiser, objective, progress }: EpochOptions,
  { images, labels }: { images: tf.Tensor4D; labels: tf.Tensor1D },
): StepResult {
  const { step, epoch } = progress.position;
  const at = { mined: minerWithWarmUp(progress.fraction, settings.miner) === settings.miner, step };
  return trainStep(
    {
      model,
      optimizer: optimiser,
      objective: (embeddings, labels) => objective(embeddings, labels, at),
      learningRate: progress.learningRate,
      freezeBackbone: isBackboneFrozen(settings, epoch),
      precision: settings.precision,
    },
    images,
    labels,
  );
}
