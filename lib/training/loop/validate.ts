import type { OpenBackend } from "../../backends/open_backend.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import { evaluatePairs, type PairMetrics } from "../../evaluation/metrics/evaluate_pairs.ts";
import { scorePairs } from "../../evaluation/scores/score_pairs.ts";
import { type SortedScores, sortScores } from "../../evaluation/scores/sort_scores.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import type { BatchReader } from "../data/batch_reader.ts";
import { embedHeldOut } from "../data/embed_held_out.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import { isBackboneFrozen } from "./phases.ts";
import type { HeldOutPart } from "../data/prepare_data.ts";
import { recalibrateBatchNorm } from "./recalibrate_batch_norm.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** Batches that BatchNorm's statistics for averaged weights are estimated from. */
const recalibrationBatches = 8;

/** What validation measures of an epoch. */
export type EpochValidation = Pick<PairMetrics, "auc" | "eer">;

/** The same with the scores of the validation part. */
export interface ValidatedEpoch extends EpochValidation {
  readonly scores: SortedScores;
}

/** What a loop that is part of a cross-validation does at the end of an epoch, from 0. */
export interface CrossValidation {
  /** Keeps the embeddings of the validation part. */
  readonly keep?: (epoch: number, embeddings: CatalogEmbeddings) => Promise<void>;
  /** Where there is no validation part, what the folds measured on theirs. */
  readonly measured?: (epoch: number) => ValidatedEpoch;
}

/** What validation works on. */
export interface ValidationOptions extends CrossValidation {
  readonly settings: TrainSettings;
  readonly model: EmbeddingModel;
  readonly backend: OpenBackend;
  readonly optimizer: Optimizer;
  readonly reader: BatchReader;
  /** The validation identities. */
  readonly part: HeldOutPart;
  /** Pixels of the images of the part's catalog. */
  readonly store: PixelStore;
}

/**
 * Measures on the validation part, and leaves the optimizer in evaluation mode. If the optimizer averages
 * weights, it first estimates BatchNorm's statistics again, on the first batches of an epoch, unless they
 * or the backbone are frozen.
 *
 * @param options what validation works on
 * @param epoch the current epoch, from 0
 * @param batches of that epoch, see `epochBatches`
 */
export async function validate(
  { settings, model, backend, optimizer, reader, part, store, keep, measured }: ValidationOptions,
  epoch: number,
  batches: readonly (readonly number[])[],
): Promise<ValidatedEpoch> {
  optimizer.evalMode();
  const isFrozen = settings.freezeBatchNorm || isBackboneFrozen(settings, epoch);
  if (optimizer.averagesWeights && !isFrozen) {
    const first = batches.slice(0, recalibrationBatches);
    await recalibrateBatchNorm(
      model,
      first.map((indices, batch) => () => reader.read(indices, { epoch, batch })),
    );
  }
  if (measured) return measured(epoch);
  const embeddings = await embedHeldOut(model, part, store);
  backend.check();
  await keep?.(epoch, embeddings);
  const scores = sortScores(scorePairs(embeddings));
  const { auc, eer } = evaluatePairs(scores);
  return { auc, eer, scores };
}
