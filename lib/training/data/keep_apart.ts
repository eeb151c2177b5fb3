import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { imagesByIdentity } from "../../dataset/catalog/images_by_identity.ts";
import { UserError } from "../../language/user_error.ts";
import { SeenImages } from "../../model_file/seen_images.ts";
import type { SeenPart } from "../../model_file/seen_text.ts";
import { excludeSeen } from "../../verification/exclude_seen.ts";
import { holdOutUnseen } from "./hold_out_unseen.ts";
import { trainingDataMessages as messages } from "./messages.ts";

/** The identities of a part, as labels of a catalog. */
export interface LabeledPart {
  readonly catalog: Catalog;
  readonly labels: readonly number[];
}

/** The parts of a run; validation and test are of the catalog to train on, or each of its own. */
export interface RunParts {
  readonly train: LabeledPart;
  readonly validation: LabeledPart;
  readonly test: LabeledPart;
}

/** What a part has in common with those before it: training, the initial weights, and validation. */
export interface PartOverlap {
  /** Names of the identities that are in one of them, by an image or by their name. */
  readonly names: readonly string[];
  /** Names of others that are numbers, such as `001`, and that are in one of them as well. */
  readonly sameNumbers: readonly string[];
}

/** What the parts of a run have in common, and what is done about it. */
export interface Overlap {
  /** Identities that are trained on and not held out, because the initial weights know them. */
  readonly moved: number;
  readonly validation: PartOverlap;
  readonly test: PartOverlap;
  /** True if the parts contain what they have in common; false if it is left out. */
  readonly included: boolean;
  /** True if it is not known what all of the initial weights were trained on. */
  readonly unknown: boolean;
}

/** What {@linkcode keepApart} goes by. */
export interface ApartOptions {
  /** What the initial weights saw; null for weights that saw no identity. */
  readonly before: SeenImages | null;
  /** Leaves the parts as they are. */
  readonly includeSeen: boolean;
}

/**
 * Keeps identities out of validation and test that are in a part before, by an image, or by their name if
 * a part is from another folder. Those that the initial weights know are trained on instead where the part
 * was drawn from the catalog to train on; of a part that the data gives, and of another folder, they are left
 * out.
 *
 * Near copies, such as images compressed again, are not looked for here: they show only once all images are
 * decoded, which for a large folder takes longer than to read it and would hold up each start of a run. They
 * are found when the run is over and its images lie in the cache, and the results say so: see `SplitCheck`.
 *
 * @throws {UserError} if too little is left of a part
 */
export function keepApart(
  parts: RunParts,
  { before, includeSeen }: ApartOptions,
): { parts: RunParts; overlap: Overlap } {
  const known = before?.trainedOn() ?? new SeenImages([]);
  const { train, validation, test } = includeSeen ? parts : holdOutOthers(parts, known);
  const usual = new Set(parts.train.labels);
  const moved = train.labels.filter((label) => !usual.has(label)).length;
  const apart = (
    part: LabeledPart,
    name: "validation" | "test",
    ...earlier: readonly LabeledPart[]
  ) => {
    // A split keeps the identities of one folder apart: an image in two of them has a wrong label.
    const others = earlier.filter(({ catalog }) => catalog !== part.catalog)
      .map((other) => ({ training: seenPart(other), validation: nothing }));
    const { overlap, labels } = compare(part, new SeenImages([...others, ...known.trainings]));
    if (includeSeen) return { overlap, part };
    const kept = { ...part, labels };
    if (labels.length < part.labels.length && !hasPairs(kept)) {
      throw new UserError(messages[name === "test" ? "testSeen" : "validationSeen"]({
        folder: part.catalog.root,
        seen: overlap.names.length,
        all: part.labels.length,
        option: { option: "includeSeen" },
      }));
    }
    return { overlap, part: kept };
  };
  // Another folder gives way to test identities of the folder to train on.
  const ownTest = test.catalog === train.catalog ? [test] : [];
  const validated = apart(validation, "validation", train, ...ownTest);
  const tested = apart(test, "test", train, validated.part);
  return {
    parts: { train, validation: validated.part, test: tested.part },
    overlap: {
      moved,
      validation: validated.overlap,
      test: tested.overlap,
      included: includeSeen,
      unknown: known.gaps.weights,
    },
  };
}

function holdOutOthers(parts: RunParts, known: SeenImages): RunParts {
  const { catalog } = parts.train;
  const { unseen } = excludeSeen(catalog, known);
  const others = new Set(unseen.map((index) => catalog.images[index]!.label));
  const trainedOn = new Set(catalog.identities.keys().filter((label) => !others.has(label)));
  const isDrawn = (name: "validation" | "test") =>
    parts[name].catalog === catalog &&
    !parts[name].labels.some((label) => catalog.parts?.[label]?.[0]?.part === name);
  const drawn = (name: "validation" | "test") => isDrawn(name) ? parts[name].labels : [];
  const split = {
    train: parts.train.labels,
    validation: drawn("validation"),
    test: drawn("test"),
  };
  const held = holdOutUnseen(split, catalog, trainedOn);
  const updated = (name: "validation" | "test") =>
    isDrawn(name) ? { catalog, labels: held[name] } : parts[name];
  return {
    train: { catalog, labels: held.train },
    validation: updated("validation"),
    test: updated("test"),
  };
}

/** Finds what a part has in common with a record, and the labels of the rest. */
function compare(
  { catalog, labels }: LabeledPart,
  record: SeenImages,
): { overlap: PartOverlap; labels: readonly number[] } {
  const { seen, unseen } = excludeSeen(catalog, record);
  const others = new Set(unseen.map((index) => catalog.images[index]!.label));
  const names = new Set(labels.map((label) => catalog.identities[label]!));
  return {
    overlap: {
      names: seen.names.filter((name) => names.has(name)),
      sameNumbers: seen.sameNumbers.filter((name) => names.has(name)),
    },
    labels: labels.filter((label) => others.has(label)),
  };
}

/** True for a part with pairs of one identity and of two. */
function hasPairs({ catalog, labels }: LabeledPart): boolean {
  const identities = imagesByIdentity(catalog, labels);
  return identities.length > 1 && identities.some(({ length }) => length > 1);
}

const nothing: SeenPart = { identities: [], hashes: [], thumbnails: null };

function seenPart({ catalog, labels }: LabeledPart): SeenPart {
  return {
    identities: labels.map((label) => catalog.identities[label]!),
    hashes: imagesByIdentity(catalog, labels).flat().map((index) => catalog.images[index]!.hash),
    thumbnails: null,
  };
}
