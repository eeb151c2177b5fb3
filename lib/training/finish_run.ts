import { assignWeights } from "../model/weights/weights.ts";
import { runCautions } from "../reporting/report/content/run_cautions.ts";
import { overlapWarnings } from "./data/overlap_warnings.ts";
import { readThumbnails } from "./data/read_thumbnails.ts";
import { writeSeenImages } from "./data/write_seen_images.ts";
import { trainingMessages } from "./messages.ts";
import { measureModel } from "./report/measure_model.ts";
import type { PreparedRun } from "./prepare_run.ts";
import { saveRunModel } from "./run_folder/save_run_model.ts";
import type { SplitCheck } from "./data/check_split.ts";
import type { TrainOptions } from "./train_options.ts";
import type { TrainResult } from "./train_result.ts";
import type { TrainingLoopResult } from "./loop/training_loop.ts";
import { writeRunTensorBoard } from "./report/write_run_tensorboard.ts";

/**
 * Measures the model of the best epoch, saves it with its threshold and metrics, and reports on the run.
 *
 * @param options what `train` was given
 * @param prepared what the run works with
 * @param trained how its training loop ended
 * @param check the check of the run's split, which began before training
 */
export async function finishRun(
  options: TrainOptions,
  { settings, data, before, backend, normalization, stores, model, progress }: PreparedRun,
  { bestWeights, ...outcome }: TrainingLoopResult,
  check: SplitCheck,
): Promise<TrainResult> {
  const { run, report = true, language, onEvent } = options;
  assignWeights(model.parameters, bestWeights, trainingMessages.bestWeights());
  onEvent?.({ kind: "measuring", progress: null });
  const { calibration, heldOut, test } = await measureModel({
    model,
    settings,
    data,
    stores,
    onProgress: (progress) => onEvent?.({ kind: "measuring", progress }),
  });
  backend.check();
  const metadata = await saveRunModel(run, bestWeights, {
    ...{ settings, normalization, calibration, heldOut },
    catalogHash: data.catalog.hash,
  }, (message) => onEvent?.({ kind: "warning", message }));
  // Before the first epoch is over, most images would be decoded for this alone.
  const decoded = !outcome.interrupted && progress.position.step >= data.batchesPerEpoch;
  const thumbnails = decoded
    ? await readThumbnails(
      data,
      stores,
      (progress) => onEvent?.({ kind: "comparing", progress }),
    )
    : null;
  const duplicates = await check.finish(run, { thumbnails, before });
  if (thumbnails) await writeSeenImages(run, data, before, thumbnails);
  const skipped = [...new Set(Object.values(stores).flatMap(({ skipped }) => skipped))];
  const cautions = runCautions({
    interrupted: outcome.interrupted,
    requestedFar: settings.far,
    targetFar: calibration.targetFar,
    validationIdentities: data.validation.identities,
    validationOption: settings.validationData === null ? "validation" : "validationData",
    testIdentities: data.test.identities,
    conflicts: data.catalog.conflicts.length,
    duplicates,
    skipped: skipped.length,
    overlaps: overlapWarnings(data),
    notes: data.catalog.notes,
  });
  if (report) {
    onEvent?.({ kind: "reporting" });
    const finished = {
      ...{ run, settings, data, outcome, metadata, test, skipped, duplicates, cautions, language },
      backend: backend.name,
      store: stores[data.measuredOn],
    };
    // What renders charts is large. A program loads it when it writes a report.
    const { reportRun } = await import("./report/report_run.ts");
    await reportRun(finished);
    await writeRunTensorBoard(finished);
  }
  const measured = { heldOut, calibration, duplicates, cautions, skipped };
  return { run, backend: backend.name, ...outcome, ...measured };
}
