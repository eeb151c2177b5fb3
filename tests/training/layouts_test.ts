import assert from "node:assert/strict";
import { join } from "node:path";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import type { TrainEvent } from "../../lib/training/loop/train_event.ts";
import {
  abortedAtCheck,
  assertRefused,
  drawPatterns,
  training,
  type Workshop,
} from "./fixtures.ts";

/** Names of the identities by part that a run wrote. */
async function splitOf({ root }: Workshop, run: string): Promise<Record<string, string[]>> {
  return JSON.parse(await Deno.readTextFile(join(root, run, "split.json")));
}

/** The names of the drawn identities, in order. */
async function drawnNames(data: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(data), ({ name }) => name)).sort();
}

/** A part for each of twelve identities: six to train on, three each to validate and test. */
const partOf = (index: number) => index < 6 ? "train" : index < 9 ? "val" : "test";

training("without a test part, it is measured on validation, and says so", async (workshop) => {
  const { root, train } = workshop;
  const events: TrainEvent[] = [];
  const { heldOut, best } = await train("run", { test: 0 }, {
    onEvent: (event) => events.push(event),
  });
  const parts = events.find((event) => event.kind === "data")!;
  assert.deepEqual([parts.train, parts.validation, parts.test], [9, 3, 0]);
  assert.deepEqual([heldOut.part, heldOut.identities, heldOut.images], ["validation", 3, 18]);
  assert.equal(heldOut.auc, best.auc);
  const warnings = events.flatMap((event) => event.kind === "warning" ? event.message.code : []);
  assert.deepEqual(warnings, ["training.noTest", "training.fewValidationIdentities"]);
  assert.deepEqual((await splitOf(workshop, "run")).test, []);
  using verifier = await loadVerifier(join(root, "run"), "wasm");
  assert.deepEqual(verifier.metadata.heldOut, heldOut);
});

training("another folder is measured on, and leaves its identities", async (workshop) => {
  const { root, train } = workshop;
  const testData = join(root, "test");
  await drawPatterns(testData, { identities: 5, images: 4, seed: 7, first: 50 });
  const validationData = join(root, "validation");
  await drawPatterns(validationData, { identities: 4, images: 4, seed: 8, first: 70 });
  const { heldOut } = await train("run", { testData });
  assert.deepEqual([heldOut.part, heldOut.identities, heldOut.images], ["test", 5, 20]);
  assert.equal((await splitOf(workshop, "run")).train!.length, 9);
  const own = await train("own", { testData, validationData });
  assert.equal(own.heldOut.identities, 5);
  assert.equal((await splitOf(workshop, "own")).train!.length, 12);
  const bad = join(root, "bad");
  await drawPatterns(bad, { identities: 3, images: 1, first: 90 });
  for (const [key, use] of [["testData", "test"], ["validationData", "validate"]] as const) {
    await assertRefused(train("bad run", { [key]: bad }), new RegExp(`^cannot ${use} on ".*bad":`));
  }
});

training(
  "a split in folders is used, and one that shares an identity refused",
  async (workshop) => {
    const { data, train } = workshop;
    const names = await drawnNames(data);
    for (const [index, name] of names.entries()) {
      await Deno.mkdir(join(data, partOf(index)), { recursive: true });
      await Deno.rename(join(data, name), join(data, partOf(index), name));
    }
    await train("run");
    const given = { train: names.slice(0, 6), validation: names.slice(6, 9), test: names.slice(9) };
    assert.deepEqual(await splitOf(workshop, "run"), given);
    const warnings: string[] = [];
    await train("no test", { test: 0, validation: 4 }, {
      onEvent(event) {
        if (event.kind === "warning") warnings.push(event.message.code);
      },
    });
    assert.deepEqual(warnings, [
      "training.noTest",
      "training.partGiven",
      "training.unusedIdentities",
      "training.fewValidationIdentities",
    ]);
    assert.deepEqual(await splitOf(workshop, "no test"), { ...given, test: [] });

    const shared = join(data, "test", names[0]!);
    await Deno.mkdir(shared);
    await Deno.copyFile(join(data, "train", names[0]!, `${names[0]}_1.bmp`), join(shared, "1.bmp"));
    await assertRefused(train("shared"), new RegExp(`such as "${names[0]}" in .*train.*test`));
  },
);

training(
  "a run on labels of a file resumes, and not where the file says another thing",
  async (workshop) => {
    const { root, data, train, read } = workshop;
    const names = await drawnNames(data), labels = join(root, "labels.csv");
    const rows = names.flatMap((name, index) =>
      Array.from({ length: 6 }, (_, i) => [`${name}_${i + 1}.bmp`, name, partOf(index)])
    );
    for (const [file, name] of rows) await Deno.rename(join(data, name!, file!), join(data, file!));
    const write = (rows: string[][]) =>
      Deno.writeTextFile(labels, [["filename", "label", "split"], ...rows].join("\n"));
    await write(rows);
    await train("whole", { labels });
    assert.deepEqual((await splitOf(workshop, "whole")).test, names.slice(9));
    await train("run", { labels }, { signal: abortedAtCheck(12) });
    await write(
      rows.map(([file, name, part]) => [file!, name!, name === names[0] ? "val" : part!]),
    );
    await assertRefused(train("run", { labels }, { resume: true }), /^cannot resume/);
    await write(rows);
    await train("run", { labels }, { resume: true });
    assert.deepEqual(await read("run"), await read("whole"));
  },
);
