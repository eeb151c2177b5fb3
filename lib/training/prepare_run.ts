import { type OpenBackend, openBackend } from "../backends/open_backend.ts";
import type { Catalog, SkippedFile } from "../dataset/catalog/catalog.ts";
import type { Normalization } from "../images/normalize/normalization.ts";
import { openPixelStore } from "../images/cache/open_pixel_store.ts";
import { findBackbone, requireDropPath } from "../model/backbones/registry.ts";
import { imageNetWeights } from "../model/weights/imagenet_weights.ts";
import { requireFolds } from "./settings/require_folds.ts";
import type { SeenImages } from "../model_file/seen_images.ts";
import { requireObjective } from "./settings/require_objective.ts";
import { verificationMessages } from "../verification/messages.ts";
import { requireFar } from "../verification/requirements.ts";
import { type PreparedModel, prepareModel } from "./loop/prepare_model.ts";
import {
  cacheWarning,
  farWarning,
  fewIdentitiesWarning,
  freezingWarning,
  plannedNegatives,
  requirePrecision,
  sampledPartWarnings,
  smallerBatch,
  splitWarnings,
  validationOption,
} from "./run_warnings.ts";
import { normalizationOf } from "./settings/normalization_of.ts";
import { type HeldOutPart, prepareData, type TrainingData } from "./data/prepare_data.ts";
import type { Stores } from "./data/split_images.ts";
import { overlapWarnings } from "./data/overlap_warnings.ts";
import { seenBefore, seenByWeights } from "./data/seen_by_weights.ts";
import { RunProgress } from "./loop/run_progress.ts";
import type { TrainOptions } from "./train_options.ts";
import type { TrainSettings } from "./settings/train_settings.ts";

/** All that a run works with, before it writes anything. Disposing of it frees it. */
export interface PreparedRun extends PreparedModel {
  /** The settings that `train` was given, with a batch that the data fill. */
  readonly settings: TrainSettings;
  readonly data: TrainingData;
  /** What the initial weights saw; null for weights that saw no identity. */
  readonly before: SeenImages | null;
  readonly backend: OpenBackend;
  /** What normalizes images. */
  readonly normalization: Normalization;
  /** Pixels of the catalogs of the parts. */
  readonly stores: Stores;
  /** The file of the model's initial weights; `none` if it has none, or has a checkpoint. */
  readonly weights: string;
}

/**
 * Checks a run's settings against each other and its data, and makes the model with its initial weights.
 *
 * @param options what `train` was given
 * @param resume true if the weights come from the checkpoint
 * @throws {UserError} if data or settings do not allow the run
 */
export async function prepareRun(
  options: Omit<TrainOptions, "resume">,
  resume: boolean,
): Promise<PreparedRun> {
  const { settings: given, run, cacheFolder, signal, onEvent } = options;
  const backbone = findBackbone(given.backbone);
  const normalization = normalizationOf(given);
  requireObjective(given);
  requireFolds(given);
  requireDropPath(given.backbone, given.dropPath);
  const weights = resume
    ? "none"
    : given.weights !== "imagenet"
    ? given.weights
    : await imageNetWeights(backbone, {
      cacheFolder,
      signal,
      onProgress: (done, total) => onEvent?.({ kind: "download", done, total }),
    });
  const before = resume ? await seenBefore(run, given.weights) : await seenByWeights(given.weights);
  const data = await prepareData(
    given,
    before,
    (progress) => onEvent?.({ kind: "indexing", progress }),
  );
  const { identitiesPerBatch, imagesPerIdentity } = data.shape;
  const settings = { ...given, batch: identitiesPerBatch * imagesPerIdentity };
  if (options.requireFar) requireValidationFar(settings.far, data);
  const progress = new RunProgress(settings, data.batchesPerEpoch);
  onEvent?.({
    kind: "data",
    catalog: data.catalog,
    train: data.train.length,
    validation: data.validation.identities,
    test: data.test.identities,
    folds: data.folds.length,
    epochs: Number.isFinite(progress.epochs) ? progress.epochs : null,
    minutes: settings.minutes,
    batchesPerEpoch: data.batchesPerEpoch,
    shape: data.shape,
  });
  if (settings.batch !== given.batch) {
    onEvent?.({ kind: "note", message: smallerBatch(given.batch, data) });
  }
  const warnings = [
    ...splitWarnings(data, settings),
    ...overlapWarnings(data),
    ...sampledPartWarnings(data),
    ...farWarning(settings.far, data),
  ];
  for (const message of warnings) {
    onEvent?.({ kind: "warning", message });
  }
  const few = fewIdentitiesWarning(data, settings);
  if (few) onEvent?.({ kind: "warning", message: few });
  const backend = await openBackend(settings.backend);
  requirePrecision(settings, backend);
  onEvent?.({ kind: "backend", name: backend.name, reason: backend.reason });
  const warning = freezingWarning(settings);
  if (warning && !resume) onEvent?.({ kind: "warning", message: warning });

  using opened = new DisposableStack();
  const openStore = async ({ root, images }: Catalog) => {
    const onSkip = (skip: SkippedFile) => onEvent?.({ kind: "skipped", ...skip });
    const onCacheFailure = (failure: Error) =>
      onEvent?.({ kind: "warning", message: cacheWarning(cacheFolder, failure) });
    const { imageSize: size, fit } = settings;
    const options = { root, images, size, fit, cacheFolder, onSkip, onCacheFailure };
    const store = await openPixelStore(options);
    return opened.adopt(store, (store) => store.close());
  };
  const train = await openStore(data.catalog);
  const storeOf = ({ catalog }: HeldOutPart) =>
    catalog === data.catalog ? train : openStore(catalog);
  const validation = await storeOf(data.validation), test = await storeOf(data.test);
  const { model } = opened.use(await prepareModel({ settings, progress, weights, onEvent }));
  const stores = { train, validation, test };
  const resources = opened.move();
  return {
    ...{ settings, data, before, backend, normalization, stores, weights, model, progress },
    [Symbol.dispose]: () => resources.dispose(),
  };
}

function requireValidationFar(far: number, data: TrainingData): void {
  requireFar(
    far,
    plannedNegatives(data),
    (unsupported) =>
      data.folds.length > 0
        ? verificationMessages.foldsFarUnsupported({ ...unsupported, option: { option: "folds" } })
        : verificationMessages.validationFarUnsupported({
          ...unsupported,
          ...validationOption(data),
        }),
  );
}
