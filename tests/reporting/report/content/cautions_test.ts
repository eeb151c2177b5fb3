import assert from "node:assert/strict";
import { datasetMessages } from "../../../../lib/dataset/messages.ts";
import { formatMessage } from "../../../../lib/language/user_message.ts";
import { imageMessages } from "../../../../lib/images/formats/messages.ts";
import {
  folderCautions,
  type FolderFacts,
} from "../../../../lib/reporting/report/content/folder_cautions.ts";
import {
  runCautions,
  type RunFacts,
} from "../../../../lib/reporting/report/content/run_cautions.ts";

const japanese = /[\p{Script=Hiragana}\p{Script=Han}]/u;

/** Cautions in English, which all have a Japanese text as well. */
function textsOf(cautions: ReturnType<typeof runCautions>): string[] {
  for (const caution of cautions) {
    assert.match(formatMessage(caution, { language: "ja" }), japanese);
  }
  return cautions.map((caution) => formatMessage(caution));
}

const note = datasetMessages.noteShallow({
  count: 2,
  depth: 2,
  labelDepth: { option: "labelDepth" },
});

const run: RunFacts = {
  interrupted: false,
  requestedFar: 0.01,
  targetFar: 0.01,
  validationIdentities: 30,
  validationOption: "validation",
  testIdentities: 30,
  folds: { measured: 0, proposed: null },
  conflicts: 0,
  duplicates: { exact: 0, near: 0, conflicts: 0, within: 0, before: 0 },
  skipped: 0,
  overlaps: [],
  notes: [],
};
const copied = (duplicates: Partial<RunFacts["duplicates"]>) => ({
  duplicates: { ...run.duplicates, ...duplicates },
});

Deno.test("a run without a flaw has no cautions", () => {
  assert.deepEqual(runCautions(run), []);
  assert.deepEqual(
    runCautions({ ...run, ...copied({ near: null, within: null, before: null }) }),
    [],
  );
});

for (
  const [changes, ...texts] of [
    [{ interrupted: true }, /stopped before its last epoch/],
    [{ targetFar: 0.02 }, /rate of 2% instead of 1%: for 1%, validation has too few identities/],
    [{ testIdentities: 29 }, /only 29 test identities/],
    [{ validationIdentities: 29 }, /only 29 validation .* the threshold .* setting validation\./],
    [
      { validationIdentities: 1, validationOption: "validationData" },
      /only 1 validation identity, .* setting validationData\./,
    ],
    [
      { testIdentities: 0 },
      /No identities are held out for test.* expect worse\. .* setting test\./,
    ],
    [{ notes: [note] }, /^Layout of the folder: 2 images lie .* use a smaller labelDepth\.$/],
    [{ testIdentities: 4 }, /only 4 test identities: too few to rely .* setting test\./],
    [
      { testIdentities: 19, folds: { measured: 0, proposed: 5 } },
      /only 19 test identities/,
      /all identities, train with folds 5: .* 5 more models/,
    ],
    [{ testIdentities: 10, folds: { measured: 5, proposed: 5 } }, /only 10 identities/],
    [{ conflicts: 1 }, /1 image is in more than one .* counts against the model/],
    [copied({ exact: 2, near: 1 }), /3 held-out images have copies .* better than they are/],
    [copied({ exact: 2, near: 1, conflicts: 3 }), /3 .* of another identity .* against the model/],
    [copied({ within: 1 }), /1 image is a copy .* of the same identity.* better/],
    [copied({ before: 5 }), /5 held-out images are near copies .* initial weights .* better/],
    [{ skipped: 2 }, /2 images were skipped/],
    [{ overlaps: [imageMessages.emptyFile()] }, /empty/],
  ] as readonly (readonly [Partial<RunFacts>, ...RegExp[]])[]
) {
  Deno.test(`a run: ${texts[0]!.source}`, () => {
    const cautions = textsOf(runCautions({ ...run, ...changes }));
    assert.equal(cautions.length, texts.length, cautions.join("\n"));
    for (const [index, text] of texts.entries()) assert.match(cautions[index]!, text);
  });
}

const noGaps = { names: false, thumbnails: false, weights: false };
const unseen = {
  images: 0,
  copies: 0,
  identities: 0,
  byName: 0,
  names: [],
  imagesOfThem: 0,
  sameNumbers: [],
  gaps: noGaps,
  included: false,
};
const verification: FolderFacts["verification"] = {
  seen: unseen,
  seenPairs: 0,
  identities: 30,
  skipped: [],
  copies: 0,
  listFaults: null,
  shift: null,
  named: null,
  provisional: false,
};
const catalog = { conflicts: [], hash: "a", leftOut: [], notes: [], trainedOn: "b" };
const faults = { self: 0, repeated: 0, mirrored: 0, contradictory: 0 };
const some = {
  ...unseen,
  images: 7,
  copies: 2,
  identities: 6,
  byName: 1,
  names: [..."ABCDEF"],
  imagesOfThem: 15,
};

for (
  const [changes, ...texts] of [
    [{}],
    [{ listFaults: faults }],
    [{ seen: null }, /no record of the images that training used/],
    [
      { seen: some },
      /knows 6 .* 1 of them by name alone: A, B, C, D, E, …\. .* used 7, .* 2 more.* 15 images/,
    ],
    [{ seen: some, seenPairs: 3 }, /left out, with 15 images in total, and 3 listed pairs/],
    [{ seen: { ...some, included: true } }, /measured as requested, .* better/],
    [
      { seen: { ...unseen, sameNumbers: ["7"] } },
      /1 identity has the name of one .*: 7\. .* by chance/,
    ],
    [{ seen: { ...unseen, gaps: { ...noGaps, names: true } } }, /does not record the names/],
    [
      { seen: { ...unseen, gaps: { ...noGaps, thumbnails: true } } },
      /Near copies .* not recognized/,
    ],
    [
      { seen: { ...unseen, gaps: { ...noGaps, weights: true } } },
      /weights of a model without a record/,
    ],
    [{ provisional: true }, /has not ended: .* measured on the validation identities, .* flatters/],
    [{ identities: 29 }, /only 29 identities, so/],
    [
      { shift: { threshold: 0.4, expected: 0.098, found: 0.85 } },
      /look unlike .*: 85\.00% of the negative pairs are as similar as the top 9\.80% there/,
    ],
    [{ named: { name: "office", catalogHash: "a" } }, /"office" was chosen on this very folder/],
    [{ named: { name: "office", catalogHash: "c" } }],
    [{ identities: 4 }, /only 4 identities to measure on: too few to rely/],
    [{ copies: 4 }, /4 images are copies .* of the same identity.* better/],
    [{ listFaults: { ...faults, self: 1 } }, /1 line of the list names an image twice/],
    [
      { listFaults: { ...faults, repeated: 2, mirrored: 1 } },
      /3 lines .* repeat .* \(1 .* other way/,
    ],
    [
      { listFaults: { ...faults, contradictory: 1 } },
      /1 line .* the contrary .* against the model/,
    ],
  ] as readonly (readonly [Partial<FolderFacts["verification"]>, ...RegExp[]])[]
) {
  Deno.test(`a folder: ${texts[0]?.source ?? `no cautions with ${Object.keys(changes)}`}`, () => {
    const facts = { verification: { ...verification, ...changes }, catalog };
    const cautions = textsOf(folderCautions(facts));
    assert.equal(cautions.length, texts.length, cautions.join("\n"));
    for (const [index, text] of texts.entries()) assert.match(cautions[index]!, text);
  });
}

Deno.test("a folder that the run was trained on, with images in two identities", () => {
  const facts = {
    verification: { ...verification, seen: null },
    catalog: { ...catalog, conflicts: [["a/1", "b/1"]], trainedOn: "a", notes: [note] },
  };
  const [seen, conflict, layout] = textsOf(folderCautions(facts));
  assert.match(seen!, /was trained on identities of this folder/);
  assert.match(conflict!, /1 image is in more than one identity.* against the model/);
  assert.match(layout!, /^Layout of the folder: 2 images lie/);
});

Deno.test("a file of embeddings does not tell what training saw", () => {
  const [seen, ...others] = textsOf(folderCautions({ verification, catalog: null }));
  assert.match(seen!, /^A file of embeddings does not tell/);
  assert.deepEqual(others, []);
});
