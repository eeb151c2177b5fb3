import type { OpenBackend } from "../../backends/open_backend.ts";
import { evaluatePairs, type PairMetrics } from "../../evaluation/metrics/evaluate_pairs.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import { scorePairs } from "../../evaluation/scores/score_pairs.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import type { BatchReader } from "../data/batch_reader.ts";
import { embedHeldOut } from "../data/embed_held_out.ts";
import { isBackboneFrozen } from "./is_backbone_frozen.ts";
import type { HeldOutPart } from "../data/prepare_data.ts";
import { recalibrateBatchNorm } from "./recalibrate_batch_norm.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** So many batches tell BatchNorm's statistics for averaged weights. */
const recalibrationBatches = 8;

/** What validation works on. */
export interface ValidationOptions {
  readonly settings: TrainSettings;
  readonly model: EmbeddingModel;
  readonly backend: OpenBackend;
  readonly optimizer: Optimizer;
  readonly reader: BatchReader;
  readonly part: HeldOutPart;
  /** Pixels of the part's catalog. */
  readonly store: PixelStore;
}

/**
 * Measures on the validation part, and leaves the optimiser in evaluation mode. Where that averages
 * weights, BatchNorm's statistics are estimated anew, on the first batches of an epoch, unless they or
 * the backbone are frozen.
 *
 * @param batches of the epoch that is under way, see `drawEpoch`
 */
export async function validate(
  { settings, model, backend, optimizer: optimiser, reader, part, store }: ValidationOptions,
  epoch: number,
  batches: readonly (readonly number[])[],
): Promise<PairMetrics> {
  optimiser.evalMode();
  const isFrozen = settings.freezeBatchNorm || isBackboneFrozen(settings, epoch);
  if (optimiser.averagesWeights && !isFrozen) {
    const first = batches.slice(0, recalibrationBatches);
    await recalibrateBatchNorm(
      model,
      first.map((indices, batch) => () => reader.read(indices, { epoch, batch })),
    );
  }
  const embeddings = await embedHeldOut(model, part, store);
  backend.check();
  return evaluatePairs(scorePairs(embeddings));
}
