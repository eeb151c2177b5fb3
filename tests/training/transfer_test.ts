import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { readSafetensors } from "../../lib/model_file/read_safetensors.ts";
import type { TensorFile } from "../../lib/model_file/tensor_file.ts";
import { completeSettings } from "../../lib/training/settings/complete_settings.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import type { TrainEvent } from "../../lib/training/loop/train_event.ts";
import type { TrainSettings } from "../../lib/training/settings/train_settings.ts";
import { abortedAtCheck, assertRefused, training, type Workshop } from "./fixtures.ts";
import { full } from "../slow.ts";

type Tensors = TensorFile["tensors"];

/** The weights at the end of a run, in its checkpoint. */
async function weightsOf({ root }: Workshop, run: string): Promise<Tensors> {
  const path = join(root, run, "checkpoint", "state.safetensors");
  const { tensors } = await readSafetensors(path);
  return new Map(
    [...tensors].filter(([name]) => name.startsWith("model/"))
      .map(([name, tensor]) => [name.slice("model/".length), tensor]),
  );
}

/** The weights that a run begins with: those of one that was stopped before its first step. */
async function weightsBefore(workshop: Workshop, changes: Partial<TrainSettings>) {
  await workshop.train("before", changes, { signal: AbortSignal.abort() });
  return await weightsOf(workshop, "before");
}

/** Names of the tensors that differ. */
function changed(before: Tensors, after: Tensors): string[] {
  assert.deepEqual([...after.keys()], [...before.keys()]);
  return [...after].filter(([name, { data }]) =>
    data.some((value, i) => value !== before.get(name)!.data[i])
  ).map(([name]) => name);
}

const isHead = (name: string) => /^(head|loss)\./.test(name);
const isStatistic = (name: string) => /running_(mean|var)$/.test(name);

// Every optimizer leaves a group without gradients alone: tests/optimizers/groups_test.ts.
for (const optimizer of full ? ["adamw", "schedule-free-sgd"] as const : []) {
  training(`${optimizer} leaves a frozen backbone to the bit, then trains it`, async (workshop) => {
    const { train } = workshop;
    const { schedule, learningRate } = completeSettings({ optimizer });
    const settings = { optimizer, schedule, learningRate, freezeEpochs: 2, decayAll: true };
    const before = await weightsBefore(workshop, settings);
    await train("frozen", { ...settings, epochs: 2 });
    const frozen = await weightsOf(workshop, "frozen");
    assert.deepEqual(changed(before, frozen), ["head.weight", "head.bias"]);
    await train("thawed", { ...settings, epochs: 3 });
    assert.deepEqual(changed(before, await weightsOf(workshop, "thawed")), [...before.keys()]);
  });
}

training(
  "a frozen backbone with a loss of its own weights: head and loss learn",
  async (workshop) => {
    const settings = { loss: "arcface", margin: null, freezeEpochs: 5, epochs: 1 } as const;
    const before = await weightsBefore(workshop, settings);
    await workshop.train("run", settings);
    const after = await weightsOf(workshop, "run");
    assert.deepEqual(changed(before, after).sort(), ["head.bias", "head.weight", "loss.W"]);
  },
);

training(
  "stopped while the backbone is frozen or after, a run is the uninterrupted one",
  async (workshop) => {
    const { train, read } = workshop;
    for (const optimizer of ["adamw", "schedule-free-adamw"] as const) {
      const { schedule } = completeSettings({ optimizer });
      const settings = { optimizer, schedule, freezeEpochs: 1, backboneRate: 0.1, accumulate: 2 };
      await train(`${optimizer}-whole`, settings);
      const whole = await read(`${optimizer}-whole`);
      for (const check of [4, 11, 22]) {
        const name = `${optimizer}-${check}`;
        const { interrupted } = await train(name, settings, { signal: abortedAtCheck(check) });
        assert.ok(interrupted);
        await train(name, settings, { resume: true });
        assert.deepEqual(await read(name), whole, name);
      }
    }
  },
);

training("the backbone's rate scales SGD's step", async (workshop) => {
  const settings = { optimizer: "sgd", learningRate: 0.5, weightDecay: 0.1, warmUp: 0 } as const;
  const one = { ...settings, epochs: 1, batch: 12, perIdentity: 6 };
  const before = await weightsBefore(workshop, one);
  const moves = async (backboneRate: number) => {
    const run = `rate-${backboneRate}`;
    // Two checks of the signal a step, and one before the first.
    await workshop.train(run, { ...one, backboneRate }, { signal: abortedAtCheck(3) });
    return await weightsOf(workshop, run);
  };
  const [whole, tenth] = [await moves(1), await moves(0.125)];
  for (const [name, { data }] of before) {
    const a = whole.get(name)!.data, b = tenth.get(name)!.data;
    if (isHead(name) || isStatistic(name)) {
      assert.deepEqual(a, b, name);
      continue;
    }
    assert.ok(data.some((value, i) => value !== a[i]), name);
    for (const [i, value] of data.entries()) {
      const off = Math.abs((b[i]! - value) - (a[i]! - value) / 8);
      assert.ok(off <= 1e-7 * Math.max(1, Math.abs(value)), `${name} ${i}`);
    }
  }
});

for (const optimizer of ["adamw", "schedule-free-sgd"] as const) {
  training(
    `a frozen BatchNorm stays to the bit, with ${optimizer}; all else learns`,
    async (workshop) => {
      const { schedule, learningRate } = completeSettings({ optimizer });
      const settings = {
        optimizer,
        schedule,
        learningRate,
        freezeBatchNorm: true,
        decayAll: true,
        epochs: 2,
      };
      const before = await weightsBefore(workshop, settings);
      await workshop.train("run", settings);
      const after = await weightsOf(workshop, "run");
      const rest = [...before.keys()].filter((name) => !name.includes(".bn."));
      assert.ok(rest.length < before.size);
      assert.deepEqual(changed(before, after), rest);
      assert.equal(tf.memory().numTensors, 0);
    },
  );
}

if (full) {
  training("paths that are dropped depend on seed and step alone", async (workshop) => {
    const { train, read } = workshop;
    const settings = {
      backbone: "mobilenetv2_100",
      dropPath: 0.5,
      batch: 12,
      perIdentity: 6,
      epochs: 1,
    } as const;
    await train("whole", settings);
    const whole = await read("whole");
    const { interrupted } = await train("stopped", settings, { signal: abortedAtCheck(4) });
    assert.ok(interrupted);
    await train("stopped", settings, { resume: true });
    assert.deepEqual(await read("stopped"), whole);
    await train("without", { ...settings, dropPath: 0 });
    assert.notDeepEqual((await read("without")).model, whole.model);
  });
}

training("paths that a backbone lacks cannot be dropped", async ({ root, train }) => {
  const before = (await Array.fromAsync(Deno.readDir(root))).length;
  for (const backbone of ["tiny", "mobilenetv1_075"]) {
    const refused = train("run", { backbone, dropPath: 0.2 });
    await assertRefused(
      refused,
      new RegExp(`${backbone}.*expected 0, or one of .*tf_eff.*resnet50$`),
    );
  }
  assert.equal((await Array.fromAsync(Deno.readDir(root))).length, before);
});

training("freezing what was never trained is warned of, once", async ({ train }) => {
  const warnings = async (run: string, changes: Partial<TrainSettings>, resume = false) => {
    const found: string[] = [];
    const onEvent = (event: TrainEvent) => {
      if (event.kind === "warning") found.push(formatMessage(event.message));
    };
    await train(run, { epochs: 1, ...changes }, { onEvent, resume });
    return found.filter((message) => /frozen/.test(message));
  };
  assert.deepEqual(await warnings("plain", {}), []);
  const [frozen, ...more] = await warnings("frozen", { freezeEpochs: 1 });
  assert.match(frozen!, /backbone's weights.*with weights/);
  assert.deepEqual(more, []);
  assert.deepEqual(await warnings("frozen", { freezeEpochs: 1 }, true), []);
  const [norms] = await warnings("norms", { freezeBatchNorm: true });
  assert.match(norms!, /BatchNorm's statistics.*with weights/);
});

if (full) {
  training(
    "with every augmentation on, a stopped run is the uninterrupted one",
    async (workshop) => {
      const { train, read } = workshop;
      const augmentation = {
        flip: 0.5,
        rotation: 15,
        scale: 0.1,
        shift: 0.05,
        crop: 0.2,
        aspect: 1 / 3,
        brightness: 0.2,
        contrast: 0.2,
        saturation: 0.2,
        hue: 0.1,
        gray: 0.3,
        blur: 0.5,
        erase: 0.5,
      };
      await train("whole", { augmentation });
      const whole = await read("whole");
      await train("stopped", { augmentation }, { signal: abortedAtCheck(9) });
      await train("stopped", { augmentation }, { resume: true });
      assert.deepEqual(await read("stopped"), whole);
      const models = new Set([whole.model]);
      for (const strength of ["hue", "gray", "blur", "erase", "crop"] as const) {
        await train(strength, { augmentation: { ...augmentation, [strength]: 0 } });
        models.add((await read(strength)).model);
      }
      assert.equal(models.size, 6);
    },
  );
}
