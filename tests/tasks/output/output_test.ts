import assert from "node:assert/strict";
import { imageMessages } from "../../../lib/images/formats/messages.ts";
import type { EpochMetrics, TrainEvent } from "../../../lib/training/mod.ts";
import { escapeControls } from "../../../lib/language/mod.ts";
import { plainLines } from "../../../tasks/output/progress.ts";
import { showTraining } from "../../../tasks/output/show_training.ts";
import { renderTable } from "../../../tasks/output/table.ts";
import { titledList } from "../../../tasks/output/titled_list.ts";

Deno.test("names of files move no cursor, break no line and turn no letters round", () => {
  const hostile = "a\u001b[2J\n\r\u009b1A\u202eb";
  const shown = "a\\u001b[2J\\u000a\\u000d\\u009b1A\\u202eb";
  assert.equal(escapeControls(hostile), shown);
  assert.equal(escapeControls("双子 é 😀"), "双子 é 😀");
  assert.equal(
    titledList("Left out", [hostile], (path) => `${path}: x`),
    [
      "Left out (1):",
      `  ${shown}: x`,
    ].join("\n"),
  );
  const skipped = { kind: "skipped", path: hostile, reason: imageMessages.cutShort() } as const;
  assert.deepEqual(shownOf(skipped), [`skipped ${shown}: image is cut short`]);
});

/** The lines that a training shows of what it tells. */
function shownOf(...events: TrainEvent[]): string[] {
  const lines: string[] = [];
  const { error } = console;
  console.error = (line: string) => lines.push(line);
  try {
    const show = showTraining(false);
    for (const event of events) show.event(event);
  } finally {
    console.error = error;
  }
  return lines;
}

const metrics = {
  epoch: 0,
  loss: 0.1,
  activeFraction: 0.5,
  validation: { auc: 0.9, eer: 0.1 },
} as EpochMetrics;

Deno.test("best so far is said of the highest AUC; the last quarter has a rule of its own", () => {
  const end = (best: boolean, highest: boolean) =>
    shownOf({ kind: "epoch", metrics, best, highest })[0]!.replace(/^.*EER 10\.0 %/, "");
  assert.equal(end(true, true), ", best so far");
  assert.equal(end(true, false), ", best of the last quarter, where the epoch is chosen");
  // Before the last quarter's best, a higher one counts no more.
  for (const highest of [false, true]) assert.equal(end(false, highest), "");
});

Deno.test("a run begins with how many epochs and steps it takes", () => {
  const plan = (epochs: number | null, minutes: number | null) =>
    shownOf({
      kind: "data",
      catalog: {
        root: "",
        hash: "",
        images: [],
        identities: [],
        leftOut: [],
        duplicates: [],
        conflicts: [],
        parts: null,
        notes: [],
      },
      ...{ train: 6, validation: 2, test: 2, folds: 0, epochs, minutes, batchesPerEpoch: 153 },
      shape: { identitiesPerBatch: 8, imagesPerIdentity: 4 },
    })[1];
  const epoch = "153 batches of 8 identities x 4 images";
  assert.equal(plan(20, null), `20 epochs of ${epoch}: 3,060 steps`);
  assert.equal(plan(20, 5), `20 epochs of ${epoch}: 3,060 steps, or 5 minutes`);
  assert.equal(plan(null, 1), `1 minute of training, in epochs of ${epoch}`);
});

Deno.test("how long a run takes is said in round figures", () => {
  const said = (seconds: number) => shownOf({ kind: "duration", seconds })[0];
  assert.equal(said(3), "training takes about 10 seconds from here");
  assert.equal(said(89), "training takes about 90 seconds from here");
  assert.equal(said(250), "training takes about 4 minutes from here");
  assert.equal(said(9000), "training takes about 3 hours from here");
});

Deno.test("a table aligns by terminal cells, Japanese included", () => {
  assert.equal(
    renderTable([["images", "10"], ["双子", "2"], ["", "x"], ["é", ""]]),
    ["images  10", "双子    2", "        x", "é"].join("\n"),
  );
  assert.equal(renderTable([]), "");
});

Deno.test("without a terminal progress is a first line, notes and a last line", () => {
  const lines: string[] = [];
  const progress = plainLines("training", 4, (line) => lines.push(line));
  progress.update(1, "loss 0.5");
  progress.update(2, "loss 0.4");
  progress.note("look");
  progress.stop();
  progress.update(4);
  progress.stop();
  progress.stop();
  assert.equal(lines[0], "training 25% | loss 0.5");
  assert.deepEqual(lines.slice(-2), ["look", "training 100%"]);
});
