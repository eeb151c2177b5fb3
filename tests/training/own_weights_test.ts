import assert from "node:assert/strict";
import { join } from "node:path";
import { formatMessage } from "../../lib/language/user_message.ts";
import { SeenImages } from "../../lib/model_file/seen_images.ts";
import type { TrainEvent } from "../../lib/training/loop/train_event.ts";
import { abortedAtCheck, training } from "./fixtures.ts";

training(
  "starting from one's own model, what it was trained on is not held out",
  async ({ root, train, read }) => {
    const json = async (run: string, file: string) =>
      JSON.parse(await Deno.readTextFile(join(root, run, file)));
    await train("first", { epochs: 1 });
    const { train: trained } = await json("first", "split.json");
    const warnings: string[] = [];
    const onEvent = (event: TrainEvent) => {
      if (event.kind === "warning") warnings.push(formatMessage(event.message));
    };
    // The folder of the run stands for its model.
    const settings = { seed: 2, weights: join(root, "first"), epochs: 2 };
    const { cautions } = await train("second", settings, { onEvent });
    const { validation, test } = await json("second", "split.json");
    assert.ok([...validation, ...test].every((name) => !trained.includes(name)));
    assert.ok(validation.length >= 2 && test.length >= 2);
    const moved = warnings.filter((text) => /^Moved \d+ identit.* initial weights/.test(text));
    assert.equal(moved.length, 1);
    assert.ok(cautions.some((caution) => formatMessage(caution) === moved[0]));

    // The second model knows what the first one saw, and so does the third, by a part of it alone.
    const seen = (await SeenImages.read(join(root, "second")))!;
    assert.equal(seen.trainings.length, 2);
    assert.deepEqual(seen.trainings[1], (await SeenImages.read(join(root, "first")))!.trainings[0]);
    assert.deepEqual(seen.gaps, { names: false, thumbnails: false, weights: false });

    // It resumes with the same split, even without the first model.
    await train("stopped", settings, { signal: abortedAtCheck(9) });
    await Deno.remove(join(root, "first", "seen.txt"));
    await Deno.rename(join(root, "first"), join(root, "gone"));
    await train("stopped", settings, { resume: true });
    assert.deepEqual(await json("stopped", "split.json"), await json("second", "split.json"));
    assert.deepEqual(await read("stopped"), await read("second"));

    // A model without a record may have seen anything.
    const unknown = { ...settings, weights: join(root, "gone", "model.safetensors"), epochs: 1 };
    warnings.length = 0;
    await train("third", unknown, { onEvent });
    assert.ok(warnings.some((text) => /does not record what it was trained on/.test(text)));
    assert.equal((await SeenImages.read(join(root, "third")))!.gaps.weights, true);
  },
);

training("seen identities are held out when asked, and it is said", async ({ root, train }) => {
  await train("first", { epochs: 1 });
  const settings = { seed: 2, weights: join(root, "first"), epochs: 1, includeSeen: true };
  const { cautions } = await train("second", settings);
  const texts = cautions.map((caution) => formatMessage(caution));
  assert.ok(
    texts.some((text) => /held-out identit.* known to training or its .*better/.test(text)),
  );
});

training("a split that the data gives stays, without what the weights know", async (
  { root, data, train },
) => {
  await train("first", { epochs: 1 });
  const split = async (run: string) =>
    JSON.parse(await Deno.readTextFile(join(root, run, "split.json")));
  const { train: [seen, ...others], validation, test } = await split("first");
  const given = { train: others, val: [seen, ...validation], test };
  for (const [part, names] of Object.entries(given)) {
    await Deno.mkdir(join(data, part));
    for (const name of names) await Deno.rename(join(data, name), join(data, part, name));
  }
  const warnings: string[] = [];
  await train("second", { weights: join(root, "first"), epochs: 1 }, {
    onEvent(event) {
      if (event.kind === "warning") warnings.push(formatMessage(event.message));
    },
  });
  assert.deepEqual(await split("second"), { train: others, validation, test });
  assert.equal(warnings.filter((text) => /^Left out 1 identity of .*: .\./.test(text)).length, 1);
  assert.ok(!warnings.some((text) => /not used|^Moved/.test(text)), warnings.join("\n"));
});
