import { setTimeout as delay } from "node:timers/promises";
import type { Calibration, HeldOutFigures, ModelMetadata } from "../artefact/model_metadata.ts";
import { programVersion } from "../artefact/program_version.ts";
import { openBackend } from "../backends/open_backend.ts";
import type { Catalog } from "../dataset/catalog.ts";
import { splitToJson } from "../dataset/split_to_json.ts";
import { openPixelStore } from "../images/open_pixel_store.ts";
import { message } from "../message.ts";
import { createEmbeddingModel } from "../model/embedding_model.ts";
import { findBackbone } from "../model/find_backbone.ts";
import { imageNetWeights } from "../model/imagenet_weights.ts";
import { loadWeights } from "../model/load_weights.ts";
import { requireDropPath } from "../model/require_drop_path.ts";
import { saveModel } from "../model/save_model.ts";
import { requireObjective } from "../objectives/require_objective.ts";
import type { Language } from "../reporting/report/language.ts";
import { writeBoard } from "../reporting/tensorboard/write_board.ts";
import { assignWeights, type Weights } from "../model/weights.ts";
import { countSelectedPairs } from "../verification/count_selected_pairs.ts";
import { requireFar } from "../verification/require_far.ts";
import type { RatedEpoch } from "./better_epoch.ts";
import { objectiveNames } from "./create_objective.ts";
import { drawOfStep } from "./draw_of_step.ts";
import { freezingWarning } from "./freezing_warning.ts";
import { measureModel } from "./measure_model.ts";
import { normalisationOf } from "./normalisation_of.ts";
import { prepareData } from "./prepare_data.ts";
import { removeDrafts } from "./remove_drafts.ts";
import { RunProgress } from "./run_progress.ts";
import { reportRun } from "./report_run.ts";
import { createRun, hasBegun, requireNoRun } from "./run_folder.ts";
import { lockRun } from "./run_lock.ts";
import { type DuplicateCounts, SplitCheck } from "./split_check.ts";
import type { TrainEvent } from "./train_event.ts";
import type { TrainSettings } from "./train_settings.ts";
import { TrainingLoop } from "./training_loop.ts";
import { writeAugmentedBatch } from "./write_augmented_batch.ts";
import { writeRunBoard } from "./write_run_board.ts";
import { writeSeen } from "./write_seen.ts";

/** What {@linkcode train} needs. */
export interface TrainOptions {
  readonly settings: TrainSettings;
  /** The run's folder. */
  readonly run: string;
  /** Goes on from the run's checkpoint. */
  readonly resume?: boolean;
  /**
   * Refuses a false accept rate that validation has too few negative pairs for, before training;
   * without it the threshold is for the least that they support, and a warning says so.
   */
  readonly requireFar?: boolean;
  /** Keeps resized pixels from run to run. */
  readonly cacheFolder: string;
  /** False leaves out `report.html` and `charts/`, which take a second or two. */
  readonly report?: boolean;
  /** Of the report; English where it is left out. */
  readonly language?: Language;
  /** Seconds from checkpoint to checkpoint, 30 by default. */
  readonly checkpointSeconds?: number;
  /** Stops after the step under way. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TrainEvent) => void;
}

/** What a run came to. */
export interface TrainResult {
  readonly run: string;
  readonly backend: string;
  /** True where it was stopped before its time; `resume` goes on. */
  readonly interrupted: boolean;
  /** Seconds of training, those before a resume included. */
  readonly seconds: number;
  readonly imagesPerSecond: number;
  /** The epoch whose weights were kept: the best by validation, or the first that a stop cut short. */
  readonly best: RatedEpoch;
  readonly heldOut: HeldOutFigures;
  readonly calibration: Calibration;
  readonly duplicates: DuplicateCounts;
  /** Pictures that were indexed and could not be decoded. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Trains an image verifier on a folder of pictures, one folder an identity, and writes its run:
 * `model.safetensors`, `config.json`, `split.json`, `seen.txt`, `duplicates.json`, `augmented.png`,
 * `metrics.jsonl`, `checkpoint/` and `lock`.
 *
 * The model is the best epoch's by validation identities; its threshold is chosen on those, and all
 * figures are measured on test identities that took part in neither.
 *
 * @throws {UserError} when data or settings do not allow it
 */
export async function train(options: TrainOptions): Promise<TrainResult> {
  const { settings, run, cacheFolder, report = true, language, signal, onEvent } = options;
  if (!options.resume) await requireNoRun(run);
  using _resumed = options.resume ? await lockRun(run) : null;
  // One that was killed before its first step begins again.
  const resume = options.resume === true && await hasBegun(run);
  const backbone = findBackbone(settings.backbone);
  const normalisation = normalisationOf(settings);
  requireObjective(objectiveNames(settings));
  requireDropPath(settings.backbone, settings.dropPath);
  const weights = settings.weights === "imagenet" && !resume
    ? await imageNetWeights(backbone, {
      cacheFolder,
      signal,
      onProgress: (done, total) => onEvent?.({ kind: "download", done, total }),
    })
    : settings.weights;
  const data = await prepareData(
    settings,
    (progress) => onEvent?.({ kind: "indexing", progress }),
  );
  if (options.requireFar) {
    const { negativePairs } = countSelectedPairs(data.validation.catalog, data.validation);
    requireFar(settings.far, negativePairs, {
      task: message`choose a threshold for`,
      where: message`in validation`,
      advice: message`hold out more with --validation`,
    });
  }
  onEvent?.({
    kind: "data",
    catalog: data.catalog,
    train: data.train.length,
    validation: data.validation.identities,
    test: data.test.identities,
  });
  const backend = await openBackend(settings.backend);
  onEvent?.({ kind: "backend", name: backend.name, reason: backend.reason });

  const warning = freezingWarning(settings);
  if (warning && !resume) onEvent?.({ kind: "warning", message: warning });

  const { imageSize, embeddingSize, seed, freezeBatchNorm, dropPath: rate } = settings;
  const openStore = ({ root, images }: Catalog) =>
    openPixelStore({
      root,
      images,
      size: imageSize,
      cacheFolder,
      onSkip: (skip) => onEvent?.({ kind: "skipped", ...skip }),
    });
  const trainStore = await openStore(data.catalog);
  const ownValidation = data.validation.catalog !== data.catalog;
  const validationStore = ownValidation ? await openStore(data.validation.catalog) : trainStore;
  const stores = { train: trainStore, validation: validationStore };
  const progress = new RunProgress(settings, data.batchesPerEpoch);
  const model = createEmbeddingModel({
    backbone,
    normalisation,
    imageSize,
    embeddingSize,
    seed,
    dropPath: { rate, seed: () => drawOfStep(seed, progress.position.step) },
    freezeBatchNorm,
  });
  try {
    if (!resume && weights !== "none") {
      const { set, ignored } = await loadWeights(model, weights);
      onEvent?.({ kind: "weights", path: weights, set, ignored });
    }
    await Deno.mkdir(run, { recursive: true });
    using _started = options.resume ? null : await lockRun(run);
    // Another may have begun here meanwhile.
    if (!options.resume) await requireNoRun(run);
    await removeDrafts(run);
    if (!resume) {
      // Before there is a run that could be gone on with.
      await writeAugmentedBatch(run, {
        settings,
        data,
        store: trainStore,
        normalisation,
      });
      await createRun(run, settings, splitToJson(data.split, data.catalog));
      await writeBoard(run, settings, ["augmented.png"]);
    }
    await writeSeen(run, data);
    const check = new SplitCheck(data, onEvent);
    const { bestWeights, ...outcome } = await new TrainingLoop({
      run,
      resume,
      settings,
      progress,
      data,
      model,
      backend,
      stores,
      checkpointSeconds: options.checkpointSeconds,
      signal,
      onEvent,
    }).run();
    assignWeights(model.parameters, bestWeights, message`the best epoch's weights`);
    onEvent?.({ kind: "measuring", progress: null });
    const { calibration, heldOut, test } = await measureModel({
      model,
      settings,
      data,
      stores,
      onWarning: (message) => onEvent?.({ kind: "warning", message }),
      onProgress: (progress) => onEvent?.({ kind: "measuring", progress }),
    });
    backend.check();
    const metadata: ModelMetadata = {
      version: programVersion,
      backbone: backbone.name,
      imageSize,
      ...normalisation,
      embeddingSize,
      distance: settings.distance,
      catalogHash: data.catalog.hash,
      calibration,
      heldOut,
    };
    await saveModel(run, withoutLoss(bestWeights), metadata);
    const duplicates = await check.finish(run, outcome.interrupted ? null : stores);
    const skipped = [...new Set([...trainStore.skipped, ...validationStore.skipped])];
    if (report) {
      onEvent?.({ kind: "reporting" });
      const finished = {
        run,
        settings,
        data,
        backend: backend.name,
        outcome,
        metadata,
        test,
        store: trainStore,
        skipped,
        duplicates,
        language,
      };
      await reportRun(finished);
      await writeRunBoard(finished);
    }
    return { run, backend: backend.name, ...outcome, heldOut, calibration, duplicates, skipped };
  } catch (error) {
    // A lost device shows as other failures before it is told of.
    if (backend.name === "webgpu") await delay(100);
    backend.check();
    throw error;
  } finally {
    trainStore.close();
    validationStore.close();
    model.parameters.dispose();
  }
}

/** A loss's own weights are of use to training alone. */
function withoutLoss(weights: Weights): Weights {
  return new Map([...weights].filter(([name]) => !name.startsWith("loss.")));
}
