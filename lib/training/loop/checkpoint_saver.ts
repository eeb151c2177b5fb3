import { firstNonFinite } from "../../../kernels/reference/finite/first_non_finite.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import { requireWeights } from "../../model/weights/require_weights.ts";
import { assignWeights, readWeights } from "../../model/weights/weights.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import type { OpenBackend } from "../../backends/open_backend.ts";
import { UserError } from "../../language/user_error.ts";
import { readCheckpoint, writeCheckpoint } from "../run_folder/checkpoint.ts";
import { trainingLoopMessages as messages } from "./messages.ts";
import type { RunProgress } from "./run_progress.ts";

/** What the checkpoints of a run hold. */
export interface CheckpointSource {
  /** The folder of the run. */
  readonly run: string;
  /** Its folder of images. */
  readonly folder: string;
  /** The hash of those images. */
  readonly catalogHash: string;
  readonly model: EmbeddingModel;
  readonly optimizer: Optimizer;
  readonly progress: RunProgress;
  readonly backend: OpenBackend;
  /**
   * Seconds between checkpoints, 30 by default. A kill loses at most so much work, and a checkpoint takes
   * a fraction of a second.
   */
  readonly checkpointSeconds?: number;
}

/** Saves checkpoints of a run, and restores them. */
export class CheckpointSaver {
  readonly #source: CheckpointSource;
  #last = performance.now();

  /** @param source what the checkpoints hold */
  constructor(source: CheckpointSource) {
    this.#source = source;
  }

  /** True once the last checkpoint is old enough for a new one. */
  get isDue(): boolean {
    const { checkpointSeconds = 30 } = this.#source;
    return performance.now() - this.#last > checkpointSeconds * 1000;
  }

  /**
   * Writes a checkpoint. The optimizer is in training mode.
   *
   * @throws {UserError} if a number in it is not finite, or the device that computed it was lost; the
   *   checkpoint before it stays
   */
  async save(): Promise<void> {
    const { run, catalogHash, model, optimizer, progress, backend } = this.#source;
    const { position, seconds, length, bestWeights } = progress;
    const weights = await readWeights(model.parameters);
    const state = await optimizer.state();
    backend.check();
    requireFinite(run, position.step, [...weights, ...bestWeights ?? [], ...named(state.vectors)]);
    await writeCheckpoint(run, {
      catalogHash,
      position: { ...position, seconds, length },
      weights,
      bestWeights,
      optimizer: state,
    });
    this.#last = performance.now();
  }

  /**
   * Restores the checkpoint.
   *
   * @throws {UserError} if it is missing or damaged, or of other images
   */
  async restore(): Promise<void> {
    const { run, folder, catalogHash, model, optimizer, progress } = this.#source;
    const checkpoint = await readCheckpoint(run);
    if (checkpoint.catalogHash !== catalogHash) {
      throw new UserError(messages.otherImages({ run, folder, out: { option: "out" } }));
    }
    const source = messages.theCheckpoint({ run });
    assignWeights(model.parameters, checkpoint.weights, source);
    // Otherwise a fault in them shows only when the run is over.
    if (checkpoint.bestWeights) {
      requireWeights(model.parameters.all(), checkpoint.bestWeights, source);
    }
    optimizer.restore(checkpoint.optimizer);
    progress.bestWeights = checkpoint.bestWeights;
    progress.continueFrom(checkpoint.position);
  }
}

function named(vectors: ReadonlyMap<string, Float32Array>) {
  return [...vectors].map(([name, data]) => [`optimizer/${name}`, { data }] as const);
}

function requireFinite(
  run: string,
  step: number,
  tensors: readonly (readonly [string, { readonly data: Float32Array }])[],
): void {
  const fault = tensors.find(([, { data }]) => firstNonFinite(data) >= 0);
  if (!fault) return;
  throw new UserError(
    messages.notFinite({
      run,
      steps: step,
      tensor: fault[0],
      learningRate: { option: "learningRate" },
    }),
  );
}
