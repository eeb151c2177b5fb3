import { firstNonFinite } from "../../../kernels/reference/finite/first_non_finite.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import { requireWeights } from "../../model/weights/require_weights.ts";
import { assignWeights, readWeights } from "../../model/weights/weights.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import type { OpenBackend } from "../../backends/open_backend.ts";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { readCheckpoint, writeCheckpoint } from "../run_folder/checkpoint.ts";
import type { RunProgress } from "./run_progress.ts";

/** What a run's checkpoints hold. */
export interface CheckpointSource {
  readonly run: string;
  /** Its folder of pictures, and the hash of those. */
  readonly folder: string;
  readonly catalogHash: string;
  readonly model: EmbeddingModel;
  readonly optimizer: Optimizer;
  readonly progress: RunProgress;
  readonly backend: OpenBackend;
  /**
   * Seconds from checkpoint to checkpoint, 30 by default: a kill loses at most so much work, and a
   * checkpoint takes a fraction of a second.
   */
  readonly checkpointSeconds?: number;
}

/** Keeps a run on disk while it goes on, and sets it to where it was kept. */
export class CheckpointSaver {
  readonly #kept: CheckpointSource;
  #last = performance.now();

  constructor(kept: CheckpointSource) {
    this.#kept = kept;
  }

  /** True where the last checkpoint is so old that there should be a new one. */
  get isDue(): boolean {
    const { checkpointSeconds = 30 } = this.#kept;
    return performance.now() - this.#last > checkpointSeconds * 1000;
  }

  /**
   * Writes a checkpoint; the optimiser is in training mode.
   *
   * @throws {UserError} when a number of it is not finite, or the device was lost that it was computed
   *   on; the checkpoint before it stays
   */
  async save(): Promise<void> {
    const { run, catalogHash, model, optimizer: optimiser, progress, backend } = this.#kept;
    const { position, seconds, bestWeights } = progress;
    const weights = await readWeights(model.parameters);
    const state = await optimiser.state();
    backend.check();
    requireFinite(run, position.step, [...weights, ...bestWeights ?? [], ...named(state.vectors)]);
    await writeCheckpoint(run, {
      catalogHash,
      position: { ...position, seconds },
      weights,
      bestWeights,
      optimiser: state,
    });
    this.#last = performance.now();
  }

  /**
   * Goes to where the checkpoint was written.
   *
   * @throws {UserError} when it is missing or damaged, or of other pictures
   */
  async restore(): Promise<void> {
    const { run, folder, catalogHash, model, optimizer: optimiser, progress } = this.#kept;
    const checkpoint = await readCheckpoint(run);
    if (checkpoint.catalogHash !== catalogHash) {
      throw new UserError(
        message`cannot resume "${run}": "${folder}" does not hold the pictures any more that it was
          started with; put them back, or train anew with another --out`,
      );
    }
    const source = message`the checkpoint of "${run}"`;
    assignWeights(model.parameters, checkpoint.weights, source);
    // Else they would be found wanting when the run is over.
    if (checkpoint.bestWeights) {
      requireWeights(model.parameters.all(), checkpoint.bestWeights, source);
    }
    optimiser.restore(checkpoint.optimiser);
    progress.bestWeights = checkpoint.bestWeights;
    progress.position = checkpoint.position;
  }
}

function named(vectors: ReadonlyMap<string, Float32Array>) {
  return [...vectors].map(([name, data]) => [`optimiser/${name}`, { data }] as const);
}

function requireFinite(
  run: string,
  step: number,
  tensors: readonly (readonly [string, { readonly data: Float32Array }])[],
): void {
  const fault = tensors.find(([, { data }]) => firstNonFinite(data) >= 0);
  if (!fault) return;
  throw new UserError(
    message`cannot keep "${run}" after ${step} steps: wanted finite numbers alone, found others in
      ${fault[0]}; the checkpoint before it is kept; train anew with a smaller --learning-rate`,
  );
}
