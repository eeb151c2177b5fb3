import type { SizeHistogram } from "../catalog/count_pairs.ts";
import type { BatchShape } from "./batch_shape.ts";
import { planEpoch } from "./epoch_plan.ts";
import { type BatchChoice, fitBatch } from "./fit_batch.ts";

/** How a training goes through its images. */
export interface TrainingPlan extends BatchShape {
  /** Batches that show every image. */
  readonly batchesPerEpoch: number;
  /** Epochs of a training that asks for no number of them. */
  readonly epochs: number;
}

/** Without a number of epochs, a training has as many as make so many batches. */
const defaultBatches = 800;
/** But at least so many: each shows every image once. */
const fewestEpochs = 20;

/**
 * Plans a training: its batches, and how often it shows every image.
 *
 * @param sizes how many of the identities to train on have how many images
 * @throws {UserError} if a batch that may not shrink does not fit. The message names the largest that does
 */
export function planTraining(sizes: SizeHistogram, choice: BatchChoice): TrainingPlan {
  const shape = fitBatch(sizes, choice);
  const { batches } = planEpoch(sizes, shape);
  return { ...shape, batchesPerEpoch: batches, epochs: defaultEpochs(batches) };
}

/**
 * Epochs of a training that asks for no number of them: about 800 batches, at least 20 epochs. Where folds
 * make it several trainings, each has half as many batches: they are for few identities, which teach less.
 */
export function defaultEpochs(batchesPerEpoch: number, inFolds = false): number {
  const batches = inFolds ? defaultBatches / 2 : defaultBatches;
  return Math.max(fewestEpochs, Math.ceil(batches / batchesPerEpoch));
}
