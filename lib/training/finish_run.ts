import { imagesByIdentity } from "../dataset/catalog/images_by_identity.ts";
import { proposedFolds } from "../dataset/split/fold_identities.ts";
import type { TrainingData } from "./data/prepare_data.ts";
import type { MeasureProgress } from "../verification/measured_pairs.ts";
import { assignWeights } from "../model/weights/weights.ts";
import { runCautions } from "../reporting/report/content/run_cautions.ts";
import { overlapWarnings } from "./data/overlap_warnings.ts";
import { readThumbnails } from "./data/read_thumbnails.ts";
import { writeSeenImages } from "./data/write_seen_images.ts";
import { trainingMessages } from "./messages.ts";
import { type FoldsMeasurement, measureFolds } from "./folds/measure_folds.ts";
import type { TrainedFolds } from "./folds/train_folds.ts";
import { type Measurement, measureModel } from "./report/measure_model.ts";
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
 * @param folds what the folds of the run trained; null if it has none
 */
export async function finishRun(
  options: TrainOptions,
  { settings, data, before, backend, normalization, stores, model, progress }: PreparedRun,
  { bestWeights, ...trained }: TrainingLoopResult,
  check: SplitCheck,
  folds: TrainedFolds | null,
): Promise<TrainResult> {
  const { run, report = true, language, onEvent } = options;
  assignWeights(model.parameters, bestWeights, trainingMessages.bestWeights());
  onEvent?.({ kind: "measuring", progress: null });
  const outcome = { ...trained, seconds: trained.seconds + (folds?.seconds ?? 0) };
  const told = {
    onProgress: (progress: MeasureProgress) => onEvent?.({ kind: "measuring", progress }),
  };
  const measured: Measurement & Partial<FoldsMeasurement> = folds
    ? measureFolds(folds.folds, { catalog: data.catalog, far: settings.far, ...told })
    : await measureModel({ model, settings, data, stores, ...told });
  const { calibration, heldOut, test } = measured;
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
    testIdentities: data.folds.length > 0 ? heldOut.identities : data.test.identities,
    folds: { measured: data.folds.length, proposed: proposeFolds(data, heldOut.identities) },
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
      folds: measured.folds ?? [],
      backend: backend.name,
      store: stores[data.measuredOn],
    };
    // What renders charts is large. A program loads it when it writes a report.
    const { reportRun } = await import("./report/report_run.ts");
    await reportRun(finished);
    await writeRunTensorBoard(finished);
  }
  return {
    ...{ run, backend: backend.name, ...outcome, heldOut, calibration, duplicates, cautions },
    ...{ skipped, folds: measured.folds ?? [] },
  };
}

/** The folds to propose to a run that measures on so many identities. */
function proposeFolds({ catalog }: TrainingData, measured: number): number | null {
  const multiples = imagesByIdentity(catalog).filter(({ length }) => length > 1).length;
  return proposedFolds(multiples, measured);
}
