import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { indexFolder, type IndexProgress } from "../../dataset/catalog/index_folder.ts";
import { type PairUse, requireTrainable } from "../../dataset/catalog/require_pairs.ts";
import { foldIdentities } from "../../dataset/split/fold_identities.ts";
import { type Split, splitByIdentity } from "../../dataset/split/split_by_identity.ts";
import type { SplitFractions } from "../../dataset/split/split_sizes.ts";
import { SeenImages } from "../../model_file/seen_images.ts";
import { excludeSeen } from "../../verification/exclude_seen.ts";
import type { HeldOutSettings } from "../settings/groups/held_out.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { keepApart, type LabeledPart } from "./keep_apart.ts";

/** Which identities of which folders a run trains on, validates on, and is measured on. */
export interface DividedData extends ReturnType<typeof keepApart> {
  /** The folder to train on. */
  readonly catalog: Catalog;
  /** Of its identities. A part that has a folder of its own has none of them. */
  readonly split: Split;
  /** For each fold, the labels of its identities; none without cross-validation. */
  readonly folds: readonly (readonly number[])[];
}

/**
 * Indexes the folders of a run and splits their identities, see {@linkcode keepApart}. The labels file of
 * the settings is that of `data`; folders to validate and to measure on have identities' names on folders.
 *
 * @param before what the initial weights saw; null for weights that saw no identity
 * @param onProgress called now and then while a folder is indexed
 * @throws {UserError} if a folder is missing or has too few identities or images
 */
export async function divideData(
  settings: TrainSettings,
  before: SeenImages | null,
  onProgress?: (progress: IndexProgress) => void,
): Promise<DividedData> {
  const { data, labels, labelDepth, exclude, followLinks, validationData, testData, seed } =
    settings;
  const layout = { labelDepth, exclude, followLinks, onProgress };
  const catalog = await indexTrainable(data, { ...layout, labels });
  const asked = settings.folds === null
    ? splitByIdentity(catalog, { seed, ...heldOutFractions(settings) })
    : { train: [...catalog.identities.keys()], validation: [], test: [] };
  const partOf = async (
    part: "validation" | "test",
    folder: string | null,
  ): Promise<LabeledPart> => {
    if (folder === null) return { catalog, labels: asked[part] };
    const own = await indexTrainable(folder, layout, part);
    return { catalog: own, labels: [...own.identities.keys()] };
  };
  const { parts, overlap } = keepApart({
    train: { catalog, labels: asked.train },
    validation: await partOf("validation", validationData),
    test: await partOf("test", testData),
  }, { before, includeSeen: settings.includeSeen });
  return {
    catalog,
    parts,
    overlap,
    split: {
      train: parts.train.labels,
      validation: validationData === null ? parts.validation.labels : [],
      test: testData === null ? parts.test.labels : [],
    },
    folds: settings.folds === null ? [] : foldIdentities(catalog, {
      folds: settings.folds,
      seed,
      labels: measurable(catalog, settings.includeSeen ? null : before),
    }),
  };
}

/** Labels of the identities that the initial weights do not know: others can only train a fold. */
function measurable(catalog: Catalog, before: SeenImages | null): number[] {
  const known = before ? before.trainedOn() : new SeenImages([]);
  const { unseen } = excludeSeen(catalog, known);
  return [...new Set(unseen.map((index) => catalog.images[index]!.label))];
}

/** What of `data` to hold out: nothing for a part that has a folder of its own. */
export function heldOutFractions(
  { validation, validationData, test, testData }: HeldOutSettings,
): Required<SplitFractions> {
  return {
    validation: validationData === null ? validation : 0,
    test: testData === null ? test : 0,
  };
}

async function indexTrainable(
  folder: string,
  options: Parameters<typeof indexFolder>[1],
  use?: PairUse,
): Promise<Catalog> {
  const catalog = await indexFolder(folder, options);
  requireTrainable(catalog, use);
  return catalog;
}
