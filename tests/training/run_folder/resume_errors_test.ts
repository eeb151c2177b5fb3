import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { readSafetensors } from "../../../lib/model_file/read_safetensors.ts";
import { writeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { readCheckpoint } from "../../../lib/training/run_folder/checkpoint.ts";
import type { SettingLayer } from "../../../lib/training/settings/setting_layer.ts";
import { readConfig } from "../../../lib/training/run_folder/read_config.ts";
import { resumeRun } from "../../../lib/training/run_folder/run_folder.ts";
import { slow } from "../../slow.ts";
import { formatVersion } from "../../../lib/training/run_folder/upgrade.ts";
import { assertRefused, drawPatterns, quickSettings, training } from "../fixtures.ts";

const namesIn = async (folder: string) =>
  (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();

training("what cannot be trained on is refused before anything is written", async (workshop) => {
  const { root, train, data } = workshop;
  await drawPatterns(join(root, "one"), { identities: 1 });
  await Deno.mkdir(join(root, "none"));
  const before = await namesIn(root);
  await assertRefused(train("run", { data: join(root, "absent") }), /absent/);
  await assertRefused(train("run", { data: join(root, "none") }), /no usable image/);
  await assertRefused(train("run", { data: join(root, "one") }), /got one identity/);
  await assertRefused(train("run", { validationData: join(root, "one") }), /got one identity/);
  await assertRefused(train("run", { test: 11 }), /cannot split 12 identities/);
  await assertRefused(
    train("run", { batch: 32, perIdentity: 4 }),
    /batches of 8 identities x 4 images: got 6 identities.*a batch of at most 24 images/,
  );
  await assertRefused(train("run", { batch: 9, perIdentity: 2 }), /a batch of 9 images with 2/);
  await assertRefused(
    train("run", { far: 0.001 }, { requireFar: true }),
    /false accept rate of 0.001: it needs \d+ identities in validation, got 3 identities/,
  );
  await assertRefused(train("run", { backbone: "huge" }), /cannot use the backbone "huge".*tiny/);
  assert.deepEqual(await namesIn(root), before);

  await Deno.writeTextFile(join(root, "file"), "");
  await assertRefused(train("run", {}, { cacheFolder: join(root, "file") }), /cache folder/);
  await train("run", { epochs: 1 });
  const files = await namesIn(join(root, "run"));
  await assertRefused(train("run", { data }), /it already holds a run.*resume/);
  assert.deepEqual(await namesIn(join(root, "run")), files);
  assert.equal(tf.memory().numTensors, 0);
});

// The plain processor takes half a minute.
for (const backend of [...(slow ? ["cpu"] as const : []), "wasm", "webgpu"] as const) {
  training(`a loss that is no number ends the run in one line (${backend})`, async (workshop) => {
    const { root, data, train } = workshop;
    const refused = train("run", { learningRate: 1e30, backend });
    await assertRefused(
      refused,
      new RegExp(
        "stopped at step 2: NaN or infinity in the loss, the gradient of [a-z0-9_.]+; " +
          'its images were ".*bmp", .* and 1 more, all in .*; the last checkpoint .* learningRate',
      ),
    );
    assert.equal(tf.memory().numTensors, 0);
    const files = await namesIn(join(root, "run"));
    assert.deepEqual(files.filter((name) => !name.startsWith("events.")), [
      "augmented.png",
      "checkpoint",
      "config.json",
      "lock",
      "metrics.jsonl",
      "seen.txt",
      "split.json",
      "stopped.json",
    ]);
    const stopped = JSON.parse(await Deno.readTextFile(join(root, "run", "stopped.json")));
    assert.equal(stopped.step, 2);
    assert.equal(new Set(stopped.images).size, 4);
    for (const path of stopped.images) await Deno.stat(join(data, path));
    // From before the first step, with finite numbers alone.
    const { position } = await readCheckpoint(join(root, "run"));
    assert.equal(position.step, 0);
  });
}

training("only the length of a run may be changed as it is resumed", async (workshop) => {
  const { root, data, train } = workshop;
  const run = join(root, "run"), config = join(run, "config.json");
  await train("run", { epochs: 1 });
  const saved = await Deno.readTextFile(config);
  assert.deepEqual(JSON.parse(saved), { formatVersion, ...quickSettings(data, { epochs: 1 }) });

  await assertRefused(resumeRun(run, { seed: 2 }), /another seed: it started with 1, got 2/);
  await assertRefused(resumeRun(run, { data: "x" }), /another data: .*got "x"/);
  await assertRefused(resumeRun(run, { augment: { flip: 0 } }), /another augmentation: .*"flip":0/);
  await assertRefused(resumeRun(run, { preset: "article" }), /another backbone: .*"tiny"/);
  await assertRefused(resumeRun(run, { optimizer: "sgd" }), /another optimizer: .*got "sgd"/);
  await assertRefused(resumeRun(run, { epochs: 0 }), /epochs: expected .*, got 0/);
  assert.equal(await Deno.readTextFile(config), saved);
  const again: SettingLayer[] = [
    { seed: 1 },
    { augmentation: "default", augment: { flip: 0.5 }, lossOptions: {} },
    (await readConfig(config)).settings,
  ];
  for (const given of again) {
    assert.deepEqual(await resumeRun(run, given), quickSettings(data, { epochs: 1 }));
  }
  assert.deepEqual(await resumeRun(run, ...again), quickSettings(data, { epochs: 1 }));
  const longer = quickSettings(data, { epochs: 2, minutes: 5 });
  assert.deepEqual(await resumeRun(run, { epochs: 2, minutes: 5 }), longer);
  assert.deepEqual(JSON.parse(await Deno.readTextFile(config)), { formatVersion, ...longer });

  await Deno.writeTextFile(config, saved.slice(0, 40));
  await assertRefused(resumeRun(run, {}), /config\.json is not JSON/);
  await Deno.writeTextFile(config, saved.replace("{", '{ "sped": 1,'));
  await assertRefused(resumeRun(run, {}), /config\.json: sped: /);
  await Deno.writeTextFile(config, saved.replace('"margin": 0.2', '"margin": "wide"'));
  await assertRefused(resumeRun(run, {}), /margin: expected a number of at least 0, got "wide"/);
  await assertRefused(resumeRun(join(root, "absent"), {}), /it has no config\.json.*out/);
});

training("a checkpoint with a number that is not finite is not written", async (workshop) => {
  const { root, train } = workshop;
  const state = join(root, "run", "checkpoint", "state.safetensors");
  let before: Uint8Array | undefined;
  const refused = train("run", { epochs: 2 }, {
    checkpointSeconds: 0,
    onEvent(event) {
      if (event.kind !== "epoch") return;
      before = Deno.readFileSync(state);
      // BatchNorm's statistics have no part in a training step, and spoil none of its figures.
      const [spoilt] = Object.values(tf.engine().registeredVariables)
        .filter(({ name }) => name.includes("running_var"));
      tf.tidy(() => spoilt!.assign(tf.fill(spoilt!.shape, Infinity)));
    },
  });
  await assertRefused(refused, /cannot save ".*run" after 10 steps: .* finite .*running_var; /);
  assert.deepEqual(await Deno.readFile(state), before);
});

training("a checkpoint with a number that is not finite is not gone on with", async (workshop) => {
  const { root, data, train } = workshop;
  await train("run", { epochs: 1 });
  const state = join(root, "run", "checkpoint", "state.safetensors");
  const { tensors, metadata } = await readSafetensors(state);
  await resumeRun(join(root, "run"), { epochs: 2 });
  const resume = () => train("run", quickSettings(data, { epochs: 2 }), { resume: true });
  for (const name of ["model/head.bias", "best/stem.bn.running_var", "optimizer/second"]) {
    const tensor = tensors.get(name)!;
    for (const spoilt of [tensor.data.map(() => NaN), new Int32Array(tensor.data.length)]) {
      await writeSafetensors(
        state,
        new Map([...tensors, [name, { ...tensor, data: spoilt }]]),
        metadata,
      );
      const before = await Deno.readFile(state);
      await assertRefused(
        resume(),
        new RegExp(`finite float32 numbers .*state.* in ${name}; train again`),
      );
      assert.deepEqual(await Deno.readFile(state), before);
    }
  }
  // A fault of the best epoch would otherwise show only when the run is over.
  const short = new Map([...tensors].filter(([name]) => name !== "best/head.bias"));
  await writeSafetensors(state, short, metadata);
  await assertRefused(resume(), /the checkpoint of ".*run": it lacks the tensor head\.bias/);
  const waits = JSON.stringify({ ...JSON.parse(metadata.optimizer!), batches: 0.5 });
  await writeSafetensors(state, tensors, { ...metadata, optimizer: waits });
  await assertRefused(resume(), /expected a whole number of waiting batches below 1, got 0\.5/);
  assert.equal(tf.memory().numTensors, 0);
});
