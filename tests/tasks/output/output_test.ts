import assert from "node:assert/strict";
import { imageMessages } from "../../../lib/images/formats/messages.ts";
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
  const lines: string[] = [];
  const { error } = console;
  console.error = (line: string) => lines.push(line);
  try {
    showTraining(false).event({ kind: "skipped", path: hostile, reason: imageMessages.cutShort() });
  } finally {
    console.error = error;
  }
  assert.deepEqual(lines, [`skipped ${shown}: image is cut short`]);
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
