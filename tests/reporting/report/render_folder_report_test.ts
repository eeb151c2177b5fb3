import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { cautionMessages } from "../../../lib/reporting/report/content/caution_messages.ts";
import { renderFolderReport } from "../../../lib/reporting/report/render_folder_report.tsx";
import type {
  FolderContent,
  FolderReportContent,
} from "../../../lib/reporting/report/content/report_content.ts";
import { hostileNames, reportContent } from "./content.ts";
import { datasetMessages } from "../../../lib/dataset/messages.ts";
import { imageMessages } from "../../../lib/images/formats/messages.ts";

const { language, model, heldOut, map, hardest, identities } = reportContent();
const folder: FolderContent = {
  path: `/pictures/${hostileNames[1]}`,
  run: "runs/<b>one",
  measured: "2026-11-24T01:02:03.000Z",
  ownThreshold: true,
  targetFar: 0.01,
  named: null,
  folderThreshold: {
    ...model.calibration,
    threshold: 0.8125,
    thresholdInterval: [0.75, 0.875],
    askedFar: 0.01,
    targetFar: 0.01,
    far: 0.0123,
    frr: 0.25,
    identities: 6,
  },
  keep: { command: "deno task verify --data '<b>' --calibrate" },
  missingPairs: 0,
  identification: {
    galleryIdentities: 3,
    knownProbes: 12,
    unknownProbes: 15,
    rankOneRate: 0.75,
    dirAtFar: { "0.1": null, "0.01": null, "0.001": null },
    curve: { far: new Float64Array(), dir: new Float64Array(), thresholds: new Float64Array() },
  },
  crossValidation: null,
  leftOut: [{ path: "a/notes.txt", reason: imageMessages.emptyFile() }],
  skipped: [],
  duplicates: [],
  conflicts: [["a/3.png", "b/3.png"]],
  notes: [datasetMessages.noteShallow({
    count: 2,
    depth: 2,
    labelDepth: { option: "labelDepth" },
  })],
};
const content: FolderReportContent = {
  language,
  model,
  heldOut,
  map,
  hardest,
  identities,
  cautions: [cautionMessages.conflicts({ images: 1 })],
  folder,
};

function page(changes: Partial<FolderReportContent> = {}): Document {
  return parseHTML(renderFolderReport({ ...content, ...changes })).document;
}

function textOf(document: Document, selector: string): string {
  return document.querySelector(selector)!.textContent;
}

Deno.test("a report on a folder is about the folder, and not about training", () => {
  const document = page();
  assert.equal(textOf(document, "h1"), hostileNames[1]);
  assert.equal(document.title, `Verification of ${hostileNames[1]}`);
  assert.equal(document.querySelectorAll("script").length, 0);
  const sections = [...document.querySelectorAll("main > section")].map(({ id }) => id);
  assert.deepEqual(sections, ["summary", "data", "test", "map", "hardest", "identities"]);
  const links = [...document.querySelectorAll("nav a")].map((link) => link.getAttribute("href"));
  assert.deepEqual(links, sections.slice(1).map((id) => `#${id}`));
  const data = textOf(document, "#data");
  assert.match(data, /run of the modelruns\/<b>one/);
  assert.match(data, /3 known identities; 12 images of known and 15 images of unknown identities/);
  assert.match(data, /identification rate at rank 1 for known identities75\.00%/);
  assert.match(data, /Files left out: 1/);
  assert.match(textOf(document, "#summary"), /6 identities of this folder/);
  assert.doesNotMatch(textOf(document, "main"), /epoch|test image|train again/);
  assert.equal(document.querySelectorAll("#test table").length, 3);
});

Deno.test("a report proposes the threshold for the folder, and how to keep it", () => {
  const test = textOf(page(), "#test");
  assert.match(test, /for this folder.*0\.8125.*0\.7500–0\.8750.*1\.23%.*25\.00%/);
  assert.match(test, /for a FAR of 1%\. .*cross-fitted/);
  assert.match(test, /To keep it in the model: deno task verify --data '<b>' --calibrate/);
  const kept = textOf(page({ folder: { ...folder, keep: { name: "<i>office" } } }), "#test");
  assert.match(kept, /in the model as "<i>office"/);
  const raised = { ...folder.folderThreshold!, askedFar: 0.001 };
  assert.match(
    textOf(page({ folder: { ...folder, folderThreshold: raised } }), "#test"),
    /for a FAR of 1%, the smallest that its negative pairs support\./,
  );
  const few = page({ folder: { ...folder, folderThreshold: null, keep: null } });
  assert.equal(few.querySelectorAll("#test table").length, 2);
});

Deno.test("plain accuracy stands only beside as many positive as negative pairs", () => {
  assert.doesNotMatch(textOf(page(), "#test"), /best accuracy/);
  assert.match(textOf(page(), "#test"), /best balanced accuracy/);
  const metrics = { ...heldOut.metrics, positivePairs: 30, negativePairs: 30 };
  assert.match(textOf(page({ heldOut: { ...heldOut, metrics } }), "#test"), /best accuracy/);
});

Deno.test("a named threshold is told by its name and its folder", () => {
  const named = { name: "office", folder: "<b>people" };
  const document = page({ folder: { ...folder, ownThreshold: false, named } });
  assert.match(
    textOf(document, "#summary"),
    /at the threshold "office", which was chosen for 1% on the folder "<b>people"/,
  );
});

Deno.test("a report on a folder says what to keep in mind", () => {
  assert.match(textOf(page(), "aside"), /1 image is in more than one identity/);
  assert.equal(page({ cautions: [] }).querySelector("aside"), null);
});

Deno.test("a list of pairs has its folds, and no identities", () => {
  const folds = [0.8, 0.9].map((accuracy) => ({ accuracy, threshold: 0.5 }));
  const document = page({
    identities: [],
    folder: {
      ...folder,
      ownThreshold: false,
      targetFar: null,
      missingPairs: 4,
      identification: null,
      crossValidation: { accuracy: 0.85, standardError: 0.05, folds },
    },
  });
  assert.equal(document.querySelector("#identities"), null);
  assert.equal(document.querySelector('nav a[href="#identities"]'), null);
  assert.match(textOf(document, "#data"), /left out4.*85\.00%, standard error 5\.00%, 2 folds/);
  assert.match(textOf(document, "#summary"), /at the requested threshold/);
});

Deno.test("a report on a folder in Japanese is all in Japanese", () => {
  const document = page({ language: "ja" });
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const said =
    "h2, h3, summary, .summary, .summary + p, aside li, #data > .scroll tbody th, .kind, .lead";
  for (const element of document.querySelectorAll(said)) {
    assert.match(element.textContent, japanese);
  }
});
