import assert from "node:assert/strict";
import { join } from "node:path";
import { formatMessage } from "../../../lib/language/user_message.ts";
import type { TrainEvent } from "../../../lib/training/loop/train_event.ts";
import { drawPatterns, training } from "../fixtures.ts";

/** A bitmap of the same pixels, a little brighter. */
function brighter(original: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const pixels = original.slice(-32 * 32 * 3).map((value) => Math.min(255, value + 2));
  const copy = original.slice();
  copy.set(pixels, copy.length - pixels.length);
  return copy;
}

training("copies across the split are warned of and listed, exact and near", async (workshop) => {
  const { root, data, train } = workshop;
  await train("before", { epochs: 1 });
  const readJson = async (run: string, file: string) =>
    JSON.parse(await Deno.readTextFile(join(root, run, file)));
  assert.deepEqual(await readJson("before", "duplicates.json"), { exact: [], near: [] });

  const { train: [trained], validation: [chosen], test: [measured] } = await readJson(
    "before",
    "split.json",
  );
  const imageOf = (name: string) => join(data, name, `${name}_1.bmp`);
  // The third image takes the place of the second, so that the split stays what it was.
  await Deno.copyFile(imageOf(trained), join(data, measured, `${measured}_2.bmp`));
  const near = join(data, measured, `${measured}_3.bmp`);
  await Deno.writeFile(near, brighter(await Deno.readFile(imageOf(chosen))));

  const warnings: string[] = [], fractions: number[] = [];
  const onEvent = (event: TrainEvent) => {
    if (event.kind === "warning") warnings.push(formatMessage(event.message));
    if (event.kind === "comparing") fractions.push(event.progress);
  };
  const result = await train("run", { epochs: 1 }, { onEvent });
  assert.deepEqual(result.duplicates, { exact: 1, near: 1, conflicts: 2, within: 0, before: 0 });
  // A file in two identities of one folder has a wrong label; a wrong label never flatters.
  const cautions = result.cautions.map((caution) => formatMessage(caution));
  assert.ok(
    cautions.some((text) => /^1 image is in more than one .* against the model/.test(text)),
  );
  assert.ok(cautions.some((text) => /^2 held-out images are copies or near/.test(text)));
  assert.deepEqual(await readJson("run", "duplicates.json"), {
    exact: [{
      image: { part: "test", path: `${measured}/${measured}_2.bmp` },
      of: { part: "train", path: `${trained}/${trained}_1.bmp` },
    }],
    near: [{
      image: { part: "test", path: `${measured}/${measured}_3.bmp` },
      of: { part: "validation", path: `${chosen}/${chosen}_1.bmp` },
    }],
  });
  const [exact, alike] = warnings.filter((message) => message.includes("duplicates.json"));
  assert.match(exact!, new RegExp(`^1 .* the same file .*${measured}_2.bmp .test. = ${trained}/`));
  assert.match(alike!, new RegExp(`^1 .* nearly the same .*${measured}_3.bmp .test. = ${chosen}/`));
  assert.equal(fractions.at(-1), 1);
});

training("near copies of training in another folder are kept in mind", async (
  { root, data, train },
) => {
  await train("first", { epochs: 1 });
  const { train: [trained] } = JSON.parse(
    await Deno.readTextFile(join(root, "first", "split.json")),
  );
  const original = await Deno.readFile(join(data, trained, `${trained}_1.bmp`));
  for (const [index, key] of (["testData", "validationData"] as const).entries()) {
    const folder = join(root, key);
    await drawPatterns(folder, { identities: 3, images: 4, seed: 7, first: 50 + 10 * index });
    const [name] = (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();
    await Deno.writeFile(join(folder, name!, `${name}_1.bmp`), brighter(original));
    const { cautions, duplicates } = await train(`with ${key}`, { epochs: 1, [key]: folder });
    assert.deepEqual([duplicates.near, duplicates.conflicts], [1, 0], key);
    const caution = /^1 held-out image has a copy or near copy in training or validation, so/;
    assert.ok(cautions.some((text) => caution.test(formatMessage(text))), key);
  }
});

training("a run that is stopped leaves near copies alone", async ({ train, root }) => {
  const controller = new AbortController();
  const { duplicates, interrupted } = await train("run", {}, {
    signal: controller.signal,
    onEvent: ({ kind }) => kind === "step" && controller.abort(),
  });
  assert.equal(interrupted, true);
  assert.deepEqual(duplicates, { exact: 0, near: null, conflicts: 0, within: null, before: null });
  const json = await Deno.readTextFile(join(root, "run", "duplicates.json"));
  assert.deepEqual(JSON.parse(json), { exact: [], near: null });
});
