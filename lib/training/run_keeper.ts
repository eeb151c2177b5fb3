import type { EmbeddingModel } from "../model/embedding_model.ts";
import { assignWeights, readWeights } from "../model/weights.ts";
import type { Optimiser } from "../optimisers/optimiser.ts";
import { message } from "../message.ts";
import { UserError } from "../user_error.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import type { RunProgress } from "./run_progress.ts";

/** A kill loses at most so much work; a checkpoint takes a fraction of a second. */
const secondsPerCheckpoint = 30;

/** What a run's checkpoints hold. */
export interface KeptRun {
  readonly run: string;
  /** Its folder of pictures, and the hash of those. */
  readonly folder: string;
  readonly catalogHash: string;
  readonly model: EmbeddingModel;
  readonly optimiser: Optimiser;
  readonly progress: RunProgress;
}

/** Keeps a run on disk while it goes on, and sets it to where it was kept. */
export class RunKeeper {
  readonly #kept: KeptRun;
  #last = performance.now();

  constructor(kept: KeptRun) {
    this.#kept = kept;
  }

  /** True where the last checkpoint is so old that there should be a new one. */
  get isDue(): boolean {
    return performance.now() - this.#last > secondsPerCheckpoint * 1000;
  }

  /** Writes a checkpoint; the optimiser is in training mode. */
  async keep(): Promise<void> {
    const { run, catalogHash, model, optimiser, progress } = this.#kept;
    const { position, seconds, bestWeights } = progress;
    await writeCheckpoint(run, {
      catalogHash,
      position: { ...position, seconds },
      weights: await readWeights(model.parameters),
      bestWeights,
      optimiser: await optimiser.read(),
    });
    this.#last = performance.now();
  }

  /**
   * Goes to where the checkpoint was written.
   *
   * @throws {UserError} when it is missing or damaged, or of other pictures
   */
  async restore(): Promise<void> {
    const { run, folder, catalogHash, model, optimiser, progress } = this.#kept;
    const checkpoint = await readCheckpoint(run);
    if (checkpoint.catalogHash !== catalogHash) {
      throw new UserError(
        message`cannot resume "${run}": "${folder}" does not hold the pictures any more that it was
          started with; put them back, or train anew with another --out`,
      );
    }
    assignWeights(model.parameters, checkpoint.weights, message`the checkpoint of "${run}"`);
    optimiser.restore(checkpoint.optimiser);
    progress.bestWeights = checkpoint.bestWeights;
    progress.position = checkpoint.position;
  }
}
