import assert from "node:assert/strict";
import { join } from "node:path";
import { writeTensorBoard } from "../../../lib/reporting/tensorboard/write_tensorboard.ts";
import { needs } from "../../needs.ts";
import { temporaryFolder } from "./fixtures.ts";
import golden from "./golden.json" with { type: "json" };
import { readEventFile } from "./read_event_file.ts";

const png = Uint8Array.fromBase64(golden.read.pictures.augmented[0]![3] as string);

Deno.test({
  name: "a board is replaced, not added to, and passes over pictures that are not there",
  ...needs({ read: true, write: true }),
  async fn() {
    await using run = await temporaryFolder();
    await Deno.writeFile(join(run.path, "augmented.png"), png);
    const pictures = ["augmented.png", "roc.png"];
    await writeTensorBoard(run.path, { margin: 0.2 }, pictures);
    assert.deepEqual(await picturesOf(run.path), [{ augmented: png }]);
    await Deno.writeFile(join(run.path, "roc.png"), png);
    await writeTensorBoard(run.path, { margin: 0.2 }, pictures);
    assert.deepEqual(await picturesOf(run.path), [{ augmented: png, roc: png }]);

    await Deno.writeTextFile(join(run.path, "augmented.png"), "no picture");
    await Deno.remove(join(run.path, "roc.png"));
    await Deno.mkdir(join(run.path, "roc.png"));
    await writeTensorBoard(run.path, { margin: 0.2 }, pictures);
    assert.deepEqual(await picturesOf(run.path), [{}]);
  },
});

/** The pictures of each event file of a run, by tag. */
async function picturesOf(run: string): Promise<Record<string, Uint8Array>[]> {
  const found = [];
  for await (const { name } of Deno.readDir(run)) {
    if (!name.includes("tfevents")) continue;
    const events = readEventFile(await Deno.readFile(join(run, name)));
    found.push(Object.assign({}, ...events.map(({ pictures }) => pictures)));
  }
  return found;
}
