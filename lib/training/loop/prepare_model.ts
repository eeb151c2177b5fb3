import { createEmbeddingModel, type EmbeddingModel } from "../../model/embedding_model.ts";
import { findBackbone } from "../../model/backbones/registry.ts";
import { loadWeights } from "../../model/weights/load_weights.ts";
import { normalizationOf } from "../settings/normalization_of.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { dropPathSeed } from "./drop_path_seed.ts";
import type { RunProgress } from "./run_progress.ts";
import type { TrainEvent } from "./train_event.ts";

/** A model to train. Disposing of it frees it. */
export interface PreparedModel extends Disposable {
  /** With its initial weights; those of a checkpoint are not restored yet. */
  readonly model: EmbeddingModel;
  /** How far its training has come: nowhere yet. */
  readonly progress: RunProgress;
}

/** What the model of a run is made from. */
export interface ModelOptions {
  readonly settings: TrainSettings;
  /** What its stochastic depth follows. */
  readonly progress: RunProgress;
  /** The file of its initial weights; `none` samples them, or leaves them to the checkpoint. */
  readonly weights: string;
  /** Called with what was loaded. */
  readonly onEvent?: (event: TrainEvent) => void;
}

/**
 * Makes a model with its initial weights.
 *
 * @throws {UserError} if the weights cannot be loaded
 */
export async function prepareModel(
  { settings, progress, weights, onEvent }: ModelOptions,
): Promise<PreparedModel> {
  const { imageSize, embeddingSize, seed, freezeBatchNorm, dropPath: rate } = settings;
  using opened = new DisposableStack();
  const model = createEmbeddingModel({
    backbone: findBackbone(settings.backbone),
    normalization: normalizationOf(settings),
    imageSize,
    embeddingSize,
    seed,
    dropPath: { rate, seed: () => dropPathSeed(seed, progress.position.step) },
    freezeBatchNorm,
  });
  opened.defer(() => {
    try {
      model.parameters.dispose();
    } catch (error) {
      // WebAssembly that ran out of memory cannot free anything. The user already knows why it ended.
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    }
  });
  if (weights !== "none") {
    const { set, ignored } = await loadWeights(model, weights);
    onEvent?.({ kind: "weights", path: weights, set, ignored });
  }
  const resources = opened.move();
  return { model, progress, [Symbol.dispose]: () => resources.dispose() };
}
