import { splitToJson } from "../dataset/split/split_by_identity.ts";
import { writeTensorBoard } from "../reporting/tensorboard/write_tensorboard.ts";
import { finishRun } from "./finish_run.ts";
import { type PreparedRun, prepareRun } from "./prepare_run.ts";
import { removePartialFiles } from "./run_folder/remove_partial_files.ts";
import { createRun, hasBegun, requireNoRun } from "./run_folder/run_folder.ts";
import { lockRun } from "./run_folder/run_lock.ts";
import { SplitCheck } from "./data/check_split.ts";
import type { TrainOptions } from "./train_options.ts";
import type { TrainResult } from "./train_result.ts";
import { TrainingLoop } from "./loop/training_loop.ts";
import { writeAugmentedBatch } from "./report/write_augmented_batch.ts";
import { writeSeenImages } from "./data/write_seen_images.ts";

/**
 * Trains an image verifier on a folder of pictures, one folder an identity, and writes its run:
 * `model.safetensors`, `config.json`, `split.json`, `seen.txt`, `duplicates.json`, `augmented.png`,
 * `metrics.jsonl`, `checkpoint/` and `lock`; where NaN or infinity ends it, `stopped.json`.
 *
 * The model is the best epoch's by validation identities; its threshold is chosen on those, and all
 * figures are measured on test identities that took part in neither.
 *
 * @throws {UserError} when data or settings do not allow it
 */
export async function train(options: TrainOptions): Promise<TrainResult> {
  const { settings, run, checkpointSeconds, signal, onEvent } = options;
  if (!options.resume) await requireNoRun(run);
  using _resumed = options.resume ? await lockRun(run) : null;
  // One that was killed before its first step begins again.
  const resume = options.resume === true && await hasBegun(run);
  using prepared = await prepareRun(options, resume);
  const { data, backend } = prepared;
  try {
    await Deno.mkdir(run, { recursive: true });
    using _started = options.resume ? null : await lockRun(run);
    // Another may have begun here meanwhile.
    if (!options.resume) await requireNoRun(run);
    await removePartialFiles(run);
    if (!resume) await startRun(options, prepared);
    await writeSeenImages(run, data);
    const check = new SplitCheck(data, onEvent);
    const loop = new TrainingLoop({
      ...prepared,
      ...{ run, resume, settings, checkpointSeconds, signal, onEvent },
    });
    return await finishRun(options, prepared, await loop.run(), check);
  } catch (error) {
    throw await backend.explain(error);
  }
}

/** Writes what can be told of a run before its first step. */
async function startRun(
  { run, settings }: TrainOptions,
  { data, stores, normalization: normalisation }: PreparedRun,
): Promise<void> {
  // Before there is a run that could be gone on with.
  await writeAugmentedBatch(run, { settings, data, store: stores.train, normalisation });
  await createRun(run, settings, splitToJson(data.split, data.catalog));
  await writeTensorBoard(run, settings, ["augmented.png"]);
}
