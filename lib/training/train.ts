import { splitToJson } from "../dataset/split/split_by_identity.ts";
import { writeTensorBoard } from "../reporting/tensorboard/write_tensorboard.ts";
import { finishRun } from "./finish_run.ts";
import { trainFolds } from "./folds/train_folds.ts";
import { type PreparedRun, prepareRun } from "./prepare_run.ts";
import { createRun, hasBegun, removePartialFiles, requireNewRun } from "./run_folder/run_folder.ts";
import { lockRun } from "./run_folder/run_lock.ts";
import { SplitCheck } from "./data/check_split.ts";
import type { TrainOptions } from "./train_options.ts";
import type { TrainResult } from "./train_result.ts";
import { TrainingLoop } from "./loop/training_loop.ts";
import { writeAugmentedBatch } from "./report/write_augmented_batch.ts";
import { writeSeenImages } from "./data/write_seen_images.ts";

/**
 * Trains an image verifier on a folder of images, one folder per identity, and writes its run:
 * `model.safetensors`, `config.json`, `split.json`, `seen.txt`, `duplicates.json`, `augmented.png`,
 * `metrics.jsonl`, `checkpoint/` and `lock`; if NaN or infinity ends it, `stopped.json`.
 *
 * The model is that of the best epoch on validation identities, which also choose its threshold. All
 * metrics are measured on test identities, which take part in neither; if none are held out for test, on
 * the validation identities. With `folds`, nothing is held out from the model; its epochs, its threshold and
 * all metrics come from cross-validation, see `trainFolds`.
 *
 * @param options the settings, the run's folder, and what to tell as it goes on
 * @returns the outcome of the run
 * @throws {UserError} if data or settings do not allow it
 *
 * @example
 * ```ts
 * import { resolveSettings, train } from "@futago/futago";
 *
 * const settings = resolveSettings({ data: "photos", epochs: 2, imageSize: 32, batch: 8 });
 * const { heldOut, calibration } = await train({
 *   settings,
 *   run: "runs/faces",
 *   cacheFolder: "cache",
 *   onEvent(event) {
 *     if (event.kind === "epoch") console.log(event.metrics.epoch, event.metrics.loss);
 *   },
 * });
 * console.log(heldOut.auc, calibration.threshold);
 * ```
 */
export async function train(options: TrainOptions): Promise<TrainResult> {
  const { run, checkpointSeconds, signal, onEvent } = options;
  if (!options.resume) await requireNewRun(run, options.settings);
  using _resumed = options.resume ? await lockRun(run) : null;
  // A run that was killed before its first step starts again.
  const resume = options.resume === true && await hasBegun(run);
  using prepared = await prepareRun(options, resume);
  const { data, before, backend } = prepared;
  try {
    await Deno.mkdir(run, { recursive: true });
    using _started = options.resume ? null : await lockRun(run);
    // Another run may have started here in the meantime.
    if (!options.resume) await requireNewRun(run, options.settings);
    await removePartialFiles(run);
    if (!resume) await startRun(options, prepared);
    await writeSeenImages(run, data, before);
    const check = new SplitCheck(data, (message) => onEvent?.({ kind: "warning", message }));
    const folds = data.folds.length > 0
      ? await trainFolds({ ...prepared, run, checkpointSeconds, signal, onEvent })
      : null;
    const loop = new TrainingLoop({
      ...prepared,
      ...{ run, resume, checkpointSeconds, signal, onEvent, ...folds?.following },
    });
    return await finishRun(options, prepared, await loop.run(), check, folds);
  } catch (error) {
    throw await backend.explain(error);
  }
}

/** Writes what is known of a run before its first step. */
async function startRun(
  { run }: TrainOptions,
  { settings, data, stores, normalization }: PreparedRun,
): Promise<void> {
  // Before there is a run that could resume.
  await writeAugmentedBatch(run, { settings, data, store: stores.train, normalization });
  const { catalog, split, folds } = data;
  const names = folds.map(({ identities }) =>
    identities.map((label) => catalog.identities[label]!)
  );
  await createRun(run, settings, {
    ...splitToJson(split, catalog),
    ...names.length > 0 ? { folds: names } : {},
  });
  await writeTensorBoard(run, settings, ["augmented.png"]);
}
