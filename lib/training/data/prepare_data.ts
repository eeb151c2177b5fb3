import type { BatchShape } from "../../dataset/sampling/batch_shape.ts";
import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { countPairs, sizeHistogram } from "../../dataset/catalog/count_pairs.ts";
import { sampleEpoch } from "../../dataset/sampling/sample_epoch.ts";
import { sampleEvenly } from "../../dataset/sampling/sample_evenly.ts";
import type { BatchChoice } from "../../dataset/sampling/fit_batch.ts";
import type { SeenImages } from "../../model_file/seen_images.ts";
import { planTraining } from "../../dataset/sampling/plan_training.ts";
import { imagesByIdentity } from "../../dataset/catalog/images_by_identity.ts";
import type { IndexProgress } from "../../dataset/catalog/index_folder.ts";
import { randomStream } from "../../dataset/sampling/random_stream.ts";
import type { Split } from "../../dataset/split/split_by_identity.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { divideData } from "./divide_data.ts";
import type { LabeledPart, Overlap } from "./keep_apart.ts";

/** After every epoch, each image of validation is compared with every other: 50 million pairs. */
const mostValidated = 10_000;
/**
 * So is each image to test on, once: five billion pairs, which take minutes. Positive pairs are looked at
 * one by one, and are to be so few.
 */
const mostTested = 100_000, mostPositives = 2n ** 24n;
/** So many pairs, and so many images of training, choose a threshold: half a minute at most. */
const mostPairs = mostValidated ** 2 / 2, mostJoined = 5_000;

/** Some identities of a catalog, to measure on. */
export interface HeldOutPart {
  readonly catalog: Catalog;
  /** Indices into the catalog's images: of all that are held out, or of as many as can be measured. */
  readonly images: readonly number[];
  /** Identities that are measured. */
  readonly identities: number;
  /** Images that are held out, measured or not. */
  readonly heldOut: number;
}

/** What a model trains on. */
export interface ModelData {
  readonly catalog: Catalog;
  /** For each identity to train on, the indices of its images in the catalog. */
  readonly train: readonly (readonly number[])[];
  /** The batches that these identities fill, see `fitBatch`. */
  readonly shape: BatchShape;
  /** Batches that show every image to train on. */
  readonly batchesPerEpoch: number;
  readonly validation: HeldOutPart;
  /**
   * Indices of training images that validation is compared with to choose the threshold: of all training
   * identities or of as many as can be measured. None if validation is of another folder, which may be
   * another domain.
   */
  readonly joined: readonly number[];
}

/** A fold: what its model trains on, with the identities of the fold for validation. */
export interface FoldData extends ModelData {
  /** Labels of the identities of the fold. */
  readonly identities: readonly number[];
}

/** What a run trains on and is measured on. */
export interface TrainingData extends ModelData {
  readonly split: Split;
  /** Empty where nothing is held out to measure on. */
  readonly test: HeldOutPart;
  /** The part that the model is measured on: validation where there is no test part. */
  readonly measuredOn: "validation" | "test";
  /** What the parts had in common. */
  readonly overlap: Overlap;
  /** Where there are any, the run's own model trains on all identities, and holds out none. */
  readonly folds: readonly FoldData[];
}

/**
 * Indexes the folders of a run, splits their identities as {@linkcode divideData} does, and plans what each
 * of its models trains on.
 *
 * @param before what the initial weights saw; null for weights that saw no identity
 * @param onProgress called now and then while a folder is indexed
 * @throws {UserError} if a folder is missing or has too few identities or images, such as for the batches
 *   that the settings ask for
 */
export async function prepareData(
  settings: TrainSettings,
  before: SeenImages | null,
  onProgress?: (progress: IndexProgress) => void,
): Promise<TrainingData> {
  const { catalog, parts, overlap, split, folds } = await divideData(settings, before, onProgress);
  const { seed } = settings;
  const folding = settings.folds !== null;
  const heldOut = ({ catalog, labels }: LabeledPart, most: number): HeldOutPart => {
    const all = imagesByIdentity(catalog, labels);
    let sampled = sampleEvenly(all, most, randomStream(seed, 0));
    while (most > mostValidated && positivePairsOf(sampled) > mostPositives) {
      most = Math.max(mostValidated, Math.floor(most / 2));
      sampled = sampleEvenly(all, most, randomStream(seed, 0));
    }
    return {
      catalog,
      images: sampled.flat(),
      identities: sampled.length,
      heldOut: all.reduce((sum, { length }) => sum + length, 0),
    };
  };
  const test = heldOut(parts.test, mostTested);
  const all = imagesByIdentity(catalog, split.train);
  const trainParts = folds.map((fold) =>
    imagesByIdentity(catalog, split.train.filter((label) => !fold.includes(label)))
  );
  const plan = (train: readonly (readonly number[])[], choice: BatchChoice) =>
    planTraining(sizeHistogram(train.map(({ length }) => length)), choice);
  // All models of a run have the same batches: those that the fewest identities fill.
  const { identitiesPerBatch, imagesPerIdentity } = [all, ...trainParts]
    .map((train) => plan(train, settings))
    .reduce((a, b) => b.identitiesPerBatch < a.identitiesPerBatch ? b : a);
  const shape = { identitiesPerBatch, imagesPerIdentity };
  const batch = identitiesPerBatch * imagesPerIdentity;
  const toTrain = (train: readonly (readonly number[])[], part: LabeledPart): ModelData => {
    const { batchesPerEpoch } = plan(train, { ...settings, batch });
    const validation = heldOut(part, Math.floor(mostValidated / Math.max(1, folds.length)));
    const validated = validation.images.length;
    // A fold embeds them after every epoch that can be the best.
    const most = folding ? validated : mostJoined;
    const places = Math.min(most, Math.floor(mostPairs / validated - validated / 2));
    const joins = validated > 0 && validation.catalog === catalog && places >= 4;
    const joined = joins ? sampleEvenly(train, places, randomStream(seed, 0)).flat() : [];
    return { catalog, train, shape, batchesPerEpoch, validation, joined };
  };
  return {
    ...toTrain(all, parts.validation),
    split,
    test,
    measuredOn: folding || test.identities > 0 ? "test" : "validation",
    overlap,
    folds: folds.map((identities, fold) => ({
      ...toTrain(trainParts[fold]!, { catalog, labels: identities }),
      identities,
    })),
  };
}

function positivePairsOf(identities: readonly (readonly number[])[]): bigint {
  return countPairs(sizeHistogram(identities.map(({ length }) => length))).positivePairs;
}

/**
 * Samples the batches of one epoch of a run: indices of images, see `sampleEpoch`. They depend on the
 * settings and the epoch alone.
 */
export function epochBatches(
  { seed }: Pick<TrainSettings, "seed">,
  { train, shape }: Pick<ModelData, "train" | "shape">,
  epoch: number,
): number[][] {
  return sampleEpoch(train, { ...shape, seed, epoch });
}
