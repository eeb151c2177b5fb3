import assert from "node:assert/strict";
import { join } from "node:path";
import { writeTensorBoard } from "../../../lib/reporting/tensorboard/write_tensorboard.ts";
import { needs } from "../../needs.ts";
import { temporaryFolder } from "./fixtures.ts";
import golden from "./golden.json" with { type: "json" };
import { readEventFile } from "./read_event_file.ts";

const png = Uint8Array.fromBase64(golden.read.pictures.augmented[0]![3] as string);

Deno.test({
  name: "a board is replaced, not added to, and skips images that are missing",
  ...needs({ read: true, write: true }),
  async fn() {
    await using run = await temporaryFolder();
    await Deno.writeFile(join(run.path, "augmented.png"), png);
    const images = ["augmented.png", "roc.png"];
    await writeTensorBoard(run.path, { margin: 0.2 }, images);
    assert.deepEqual(await imagesOf(run.path), [{ augmented: png }]);
    await Deno.writeFile(join(run.path, "roc.png"), png);
    await writeTensorBoard(run.path, { margin: 0.2 }, images);
    assert.deepEqual(await imagesOf(run.path), [{ augmented: png, roc: png }]);

    await Deno.writeTextFile(join(run.path, "augmented.png"), "not an image");
    await Deno.remove(join(run.path, "roc.png"));
    await Deno.mkdir(join(run.path, "roc.png"));
    await writeTensorBoard(run.path, { margin: 0.2 }, images);
    assert.deepEqual(await imagesOf(run.path), [{}]);
  },
});

/** The images of each event file of a run, by tag. */
async function imagesOf(run: string): Promise<Record<string, Uint8Array>[]> {
  const found = [];
  for await (const { name } of Deno.readDir(run)) {
    if (!name.includes("tfevents")) continue;
    const events = readEventFile(await Deno.readFile(join(run, name)));
    found.push(Object.assign({}, ...events.map(({ pictures }) => pictures)));
  }
  return found;
}
