import { concatenateScores } from "../../evaluation/scores/concatenate_scores.ts";
import { scorePairs } from "../../evaluation/scores/score_pairs.ts";
import { sortScores } from "../../evaluation/scores/sort_scores.ts";
import { UserError } from "../../language/user_error.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import { embedHeldOut } from "../data/embed_held_out.ts";
import type { TrainingData } from "../data/prepare_data.ts";
import { type ModelOptions, prepareModel } from "../loop/prepare_model.ts";
import { RunProgress } from "../loop/run_progress.ts";
import type { TrainEvent } from "../loop/train_event.ts";
import { TrainingLoop, type TrainingLoopOptions } from "../loop/training_loop.ts";
import { metricsPath, readMetrics } from "../run_folder/epoch_metrics.ts";
import { hasBegun } from "../run_folder/run_folder.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { bestEpoch, isCandidate, meanValidation, type ValidationCurves } from "./best_epoch.ts";
import {
  type FoldEmbeddings,
  foldFolder,
  readFoldEmbeddings,
  writeFoldEmbeddings,
} from "./fold_folder.ts";
import { foldMessages } from "./messages.ts";
import { WholeProgress } from "./whole_progress.ts";

/** What folds work on: all but their own models. */
export interface FoldsOptions
  extends
    Pick<TrainingLoopOptions, "run" | "stores" | "backend" | "checkpointSeconds" | "signal">,
    Pick<ModelOptions, "weights"> {
  readonly settings: TrainSettings;
  readonly data: TrainingData;
  /** Of the model of all identities, which follows; it gets the best epoch as its last. */
  readonly progress: RunProgress;
  /** Called with what the folds tell; `progress` and `secondsLeft` are those of the whole run. */
  readonly onEvent?: (event: TrainEvent) => void;
}

/** A fold, trained. */
export interface TrainedFold extends FoldEmbeddings {
  /** The epoch, from 0, that the other folds found best, and after which this one is measured. */
  readonly epoch: number;
}

/** What the folds of a run give to the rest of it. */
export interface TrainedFolds {
  readonly folds: readonly TrainedFold[];
  /** What the training loop of the model of all identities takes over. */
  readonly following: Pick<TrainingLoopOptions, "data" | "crossValidation" | "onEvent">;
  /** Seconds of their training. */
  readonly seconds: number;
}

/**
 * Trains a model for each fold of a run on the identities of the other folds, for the same epochs, each in
 * a subfolder of the run; from their checkpoints where there are any, so that folds that are done take no
 * time.
 *
 * Cross-validation (Stone, 1974) measures each identity by a model that has not seen it. The number of
 * epochs is a choice by data too, and a fold that chose its own would flatter it (Varma and Simon, 2006).
 * So a fold is measured after the epoch that the other folds find best, by the mean of their validation
 * AUCs, and the number for the model of all identities is the best by all folds. The models of the other
 * folds have trained on the identities of this one, but no figure of theirs is measured on it. To choose
 * without even that would take as many trainings as the square of the number of folds.
 *
 * @throws {UserError} if the signal stops it before the last fold is done, and for what a training loop
 *   throws
 */
export async function trainFolds(options: FoldsOptions): Promise<TrainedFolds> {
  const { run, data, progress, onEvent } = options;
  const settings = { ...options.settings, epochs: progress.epochs };
  const whole = new WholeProgress(data, onEvent);
  const curves: ValidationCurves[number][] = [];
  let seconds = 0;
  for (const [fold, part] of data.folds.entries()) {
    onEvent?.({ kind: "fold", fold, folds: data.folds.length });
    const told = whole.of(part.batchesPerEpoch);
    const trained = await trainFold(fold, { ...options, settings, onEvent: told });
    seconds += trained.seconds;
    curves.push(trained.curve);
  }
  onEvent?.({ kind: "fold", fold: null, folds: data.folds.length });
  progress.lastEpoch = bestEpoch(curves, settings).epoch;
  const folds = await Promise.all(curves.map(async (_, fold) => {
    const { epoch } = bestEpoch(curves.toSpliced(fold, 1), settings);
    return { epoch, ...await readFoldEmbeddings(foldFolder(run, fold), epoch, data.catalog) };
  }));
  const scores = sortScores(concatenateScores(folds.map(({ heldOut }) => scorePairs(heldOut))));
  const images = folds.flatMap(({ heldOut }) => heldOut.images);
  const identities = data.catalog.identities.length;
  return {
    folds,
    following: {
      // Nothing is left to validate on. What the folds measured after its epochs stands for it.
      data: { ...data, validation: { ...data.validation, identities, images } },
      crossValidation: { measured: (epoch) => ({ ...meanValidation(curves, epoch), scores }) },
      onEvent: whole.of(data.batchesPerEpoch),
    },
    seconds,
  };
}

/**
 * Trains the model of a fold to its end, and keeps how it embeds the identities of the fold after every
 * epoch that can be the best.
 *
 * @param fold from 0
 * @returns what it measured after each epoch
 */
async function trainFold(
  fold: number,
  options: FoldsOptions & { settings: { readonly epochs: number } },
): Promise<{ curve: ValidationCurves[number]; seconds: number }> {
  const { settings, data: { folds }, stores, backend, signal } = options;
  const folder = foldFolder(options.run, fold), data = folds[fold]!;
  await Deno.mkdir(folder, { recursive: true });
  const resume = await hasBegun(folder);
  const weights = resume ? "none" : options.weights;
  const progress = new RunProgress(settings, data.batchesPerEpoch);
  using prepared = await prepareModel({ settings, progress, weights });
  const keep = async (epoch: number, heldOut: CatalogEmbeddings) => {
    if (!isCandidate(epoch, settings)) return;
    const training = { catalog: data.catalog, images: data.joined };
    const joined = await embedHeldOut(prepared.model, training, stores.train);
    backend.check();
    await writeFoldEmbeddings(folder, epoch, { heldOut, joined });
  };
  const { interrupted, seconds } = await new TrainingLoop({
    ...{ ...options, ...prepared, resume, run: folder, data },
    crossValidation: { keep },
  }).run();
  if (interrupted || signal?.aborted) {
    const place = { fold: fold + 1, folds: folds.length };
    throw new UserError(foldMessages.stopped({ ...place, resume: { option: "resume" } }));
  }
  const metrics = await readMetrics(metricsPath(folder));
  return { curve: metrics.map(({ validation }) => validation), seconds };
}
