import { batchShape } from "../../dataset/sampling/batch_shape.ts";
import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { sizeHistogram } from "../../dataset/catalog/count_pairs.ts";
import { sampleEvenly } from "../../dataset/sampling/sample_evenly.ts";
import { planEpoch } from "../../dataset/sampling/epoch_plan.ts";
import { imagesByIdentity } from "../../dataset/catalog/images_by_identity.ts";
import { indexFolder, type IndexProgress } from "../../dataset/catalog/index_folder.ts";
import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { requireTrainable } from "../../dataset/catalog/require_pairs.ts";
import type { Split } from "../../dataset/split/split_by_identity.ts";
import { splitByIdentity } from "../../dataset/split/split_by_identity.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** Every picture of a part is compared with every other: 50 million pairs, which take 750 MiB. */
const mostMeasured = 10_000;

/** Some identities of a catalog, to measure on. */
export interface HeldOutPart {
  readonly catalog: Catalog;
  /** Indices into the catalog's images: of all that it holds out, or so many as can be measured. */
  readonly images: readonly number[];
  readonly identities: number;
  /** Images that it holds out, measured or not. */
  readonly heldOut: number;
}

/** What a run learns from and is measured on. */
export interface TrainingData {
  readonly catalog: Catalog;
  readonly split: Split;
  /** For each identity to train on, indices into the catalog's images. */
  readonly train: readonly (readonly number[])[];
  /** So many show every image to train on. */
  readonly batchesPerEpoch: number;
  readonly validation: HeldOutPart;
  readonly test: HeldOutPart;
}

/**
 * Indexes the folders of a run and splits their identities.
 *
 * @throws {UserError} when a folder is missing or has too few identities or pictures, for the batches
 *   that are asked for among others
 */
export async function prepareData(
  settings: TrainSettings,
  onProgress?: (progress: IndexProgress) => void,
): Promise<TrainingData> {
  const shape = batchShape(settings.batch, settings.perIdentity);
  const catalog = await indexTrainable(settings.data, onProgress);
  const { validationData, validation, test, seed } = settings;
  const split = splitByIdentity(catalog, {
    seed,
    validation: validationData === null ? validation : 0,
    test,
  });
  const train = imagesByIdentity(catalog, split.train);
  const { batches } = planEpoch(sizeHistogram(train.map(({ length }) => length)), shape);
  const heldOut = (catalog: Catalog, labels?: readonly number[]): HeldOutPart => {
    const all = imagesByIdentity(catalog, labels);
    const drawn = sampleEvenly(all, mostMeasured, randomStream(seed, 0));
    return {
      catalog,
      images: drawn.flat(),
      identities: drawn.length,
      heldOut: all.reduce((sum, { length }) => sum + length, 0),
    };
  };
  return {
    catalog,
    split,
    train,
    batchesPerEpoch: batches,
    validation: validationData === null
      ? heldOut(catalog, split.validation)
      : heldOut(await indexTrainable(validationData, onProgress)),
    test: heldOut(catalog, split.test),
  };
}

async function indexTrainable(
  folder: string,
  onProgress?: (progress: IndexProgress) => void,
): Promise<Catalog> {
  const catalog = await indexFolder(folder, { onProgress });
  requireTrainable(catalog);
  return catalog;
}
