import assert from "node:assert/strict";
import type { Catalog, PartName } from "../../../lib/dataset/catalog/catalog.ts";
import { SeenImages } from "../../../lib/model_file/seen_images.ts";
import { keepApart, type RunParts } from "../../../lib/training/data/keep_apart.ts";
import { catalogOf } from "../../verification/catalog_of.ts";

/** A folder of these identities with two images each, whose content is their path. */
const folderOf = (...names: string[]) =>
  catalogOf(...names.flatMap((name) => [`${name}/1`, `${name}/2`]));
const labelsOf = ({ identities }: Catalog, ...names: string[]) =>
  names.map((name) => identities.indexOf(name));
const namesOf = ({ catalog, labels }: RunParts["train"]) =>
  labels.map((label) => catalog.identities[label]!);

/** What weights were trained on that a training of these identities left. */
function weightsOf(...identities: string[]): SeenImages {
  const training = { identities, hashes: [], thumbnails: null };
  const validation = { identities: ["F"], hashes: [], thumbnails: null };
  return new SeenImages([{ training, validation }]);
}

const data = folderOf(..."ABCDEFGHIJ");
const own: RunParts = {
  train: { catalog: data, labels: labelsOf(data, ..."ABCDEF") },
  validation: { catalog: data, labels: labelsOf(data, "G", "H") },
  test: { catalog: data, labels: labelsOf(data, "I", "J") },
};
const apart = { before: null, includeSeen: false };

Deno.test("the identities of one folder are apart already", () => {
  const { parts, overlap } = keepApart(own, apart);
  assert.deepEqual(parts, own);
  assert.deepEqual([overlap.moved, overlap.validation.names, overlap.test.names], [0, [], []]);
  // Weights that know what is trained on anyway change nothing.
  assert.deepEqual(keepApart(own, { ...apart, before: weightsOf("A", "B") }).parts, own);
});

Deno.test("what the initial weights were trained on is trained on, and others are held out", () => {
  const { parts, overlap } = keepApart(own, { ...apart, before: weightsOf("A", "G", "I") });
  assert.deepEqual(namesOf(parts.train), ["A", "C", "D", "E", "G", "I"]);
  // What they only validated on, F, can be held out.
  assert.deepEqual(namesOf(parts.validation), ["F", "H"]);
  assert.deepEqual(namesOf(parts.test), ["B", "J"]);
  assert.equal(overlap.moved, 2);
  assert.deepEqual([overlap.validation.names, overlap.test.names], [[], []]);
});

Deno.test("with few others, less is held out; with too few, nothing is trained", () => {
  const { parts, overlap } = keepApart(
    {
      ...own,
      train: { catalog: data, labels: labelsOf(data, ..."ABCDE") },
      test: { catalog: data, labels: labelsOf(data, "F", "I", "J") },
    },
    { ...apart, before: weightsOf(..."ABCDEI") },
  );
  assert.deepEqual(namesOf(parts.validation), ["G", "H"]);
  assert.deepEqual(namesOf(parts.test), ["F", "J"]);
  assert.equal(overlap.moved, 1);
  assert.throws(
    () => keepApart(own, { ...apart, before: weightsOf(..."ABCDEGI") }),
    /UserError: cannot hold out .* on 7 of 10, and of the others 3 have two or more .*includeSeen$/,
  );
});

Deno.test("a part that the data gives leaves out what the initial weights were trained on", () => {
  type Names = Record<PartName, string>;
  const partsOf = (names: Names, given = names): RunParts => {
    const partOf = (name: string) =>
      (["train", "validation", "test"] as const).find((part) => given[part].includes(name))!;
    const parts = data.identities.map((name) => [{ part: partOf(name), path: name }]);
    const catalog = { ...data, parts };
    const of = (part: PartName) => ({ catalog, labels: labelsOf(data, ...names[part]) });
    return { train: of("train"), validation: of("validation"), test: of("test") };
  };
  const weights = { ...apart, before: weightsOf("A", "G") };
  const names = { train: "ABCDE", validation: "FGH", test: "IJ" };
  const { parts, overlap } = keepApart(partsOf(names), weights);
  assert.deepEqual(namesOf(parts.train), [..."ABCDE"]);
  assert.deepEqual(namesOf(parts.validation), ["F", "H"]);
  assert.deepEqual(namesOf(parts.test), ["I", "J"]);
  assert.deepEqual([overlap.moved, overlap.validation.names], [0, ["G"]]);
  assert.throws(
    () => keepApart(partsOf({ ...names, train: "ABCDEF", validation: "GH" }), weights),
    /UserError: cannot validate on .*know 1 of its 2 identities/,
  );

  // Validation that is drawn from what the data gives to training takes others instead.
  const given = { train: "ABCDEFGH", validation: "", test: "IJ" };
  const drawn = partsOf({ ...names, train: "ABCDEF", validation: "GH" }, given);
  const other = keepApart(drawn, weights);
  assert.deepEqual(namesOf(other.parts.train), [..."ABCDEG"]);
  assert.deepEqual(namesOf(other.parts.validation), ["F", "H"]);
  assert.deepEqual(namesOf(other.parts.test), ["I", "J"]);
  assert.equal(other.overlap.moved, 1);
});

Deno.test("of another folder, identities of an earlier part are left out by name and by content", () => {
  const other = folderOf("A", "I", "X", "Y", "Z");
  // An image of Y is one of B.
  const images = other.images.map((image) =>
    image.path === "Y/2" ? { ...image, hash: "B/1" } : { ...image, hash: `other ${image.path}` }
  );
  const catalog = { ...other, images };
  const labels = labelsOf(catalog, ..."AIXYZ");
  const validation = { ...own, validation: { catalog, labels } };
  const { parts, overlap } = keepApart(validation, apart);
  assert.deepEqual(namesOf(parts.validation), ["X", "Z"]);
  assert.deepEqual(overlap.validation.names, ["A", "I", "Y"]);
  assert.deepEqual([parts.train, parts.test], [own.train, own.test]);

  const kept = keepApart(validation, { ...apart, includeSeen: true });
  assert.deepEqual(kept.parts, validation);
  assert.deepEqual(kept.overlap.validation.names, ["A", "I", "Y"]);

  const test = keepApart({ ...own, test: { catalog, labels } }, apart);
  assert.deepEqual(namesOf(test.parts.test), ["I", "X", "Z"]);
  const whole = { catalog, labels: labelsOf(catalog, "A", "I", "X") };
  assert.throws(
    () => keepApart({ ...own, validation: whole }, apart),
    /UserError: cannot validate on .*know 2 of its 3 identities, by image or by name, .*includeSeen$/,
  );
});

Deno.test("names that are numbers count where a folder shares an image with training", () => {
  const numbers = folderOf("1", "2", "3", "4", "5", "6");
  const parts: RunParts = {
    train: { catalog: numbers, labels: [0, 1] },
    validation: { catalog: numbers, labels: [2, 3] },
    test: { catalog: numbers, labels: [4, 5] },
  };
  const other = folderOf("1", "2", "7", "8");
  const others = other.images.map((image) => ({ ...image, hash: `other ${image.path}` }));
  const validationOf = (images: Catalog["images"]) =>
    keepApart(
      { ...parts, validation: { catalog: { ...other, images }, labels: [0, 1, 2, 3] } },
      apart,
    );
  const chance = validationOf(others);
  assert.deepEqual(namesOf(chance.parts.validation), ["1", "2", "7", "8"]);
  assert.deepEqual(chance.overlap.validation.sameNumbers, ["1", "2"]);
  const same = validationOf([{ ...others[0]!, hash: "1/1" }, ...others.slice(1)]);
  assert.deepEqual(namesOf(same.parts.validation), ["7", "8"]);
  assert.deepEqual(same.overlap.validation, { names: ["1", "2"], sameNumbers: [] });
});
