import assert from "node:assert/strict";
import { join } from "node:path";
import { createSampleSet } from "../../data/create_sample_set.ts";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { resolveSettings } from "../../lib/training/settings/resolve_settings.ts";
import { train } from "../../lib/training/train.ts";
import { runTask } from "../tasks/start_task.ts";

/** A model of cartoon faces and its page, for all tests of the page. */
export interface ExportedSite {
  /** The folder of the run. */
  readonly run: string;
  /** The folder that `export --to web` made. */
  readonly site: string;
  /** Images of identities that training has not seen, by identity. */
  readonly unseen: readonly (readonly string[])[];
}

let made: Promise<ExportedSite> | undefined;

/** Trains a small model, and exports it: once in a process, which leaves them in its folder. */
export function exportedSite(): Promise<ExportedSite> {
  return made ??= make();
}

async function make(): Promise<ExportedSite> {
  const root = await Deno.makeTempDir();
  globalThis.addEventListener("unload", () => Deno.removeSync(root, { recursive: true }));
  const data = join(root, "faces"), run = join(root, "run");
  await createSampleSet(data, { identities: 60, imagesPerIdentity: 8 });
  await train({
    settings: resolveSettings({ data, epochs: 8, backend: "wasm", seed: 0 }),
    run,
    cacheFolder: join(root, "cache"),
  });
  const { code, stderr } = await runTask("export.ts", root, [
    ...["--model", "run", "--to", "web", "--out", "site"],
  ]);
  assert.equal(code, 0, stderr);
  const split = JSON.parse(await Deno.readTextFile(join(run, "split.json")));
  const { images } = await indexFolder(data);
  const unseen = (split.test as string[]).map((identity) =>
    images.filter(({ path }) => path.startsWith(`${identity}/`)).map(({ path }) => join(data, path))
  );
  return { run, site: join(root, "site"), unseen };
}
