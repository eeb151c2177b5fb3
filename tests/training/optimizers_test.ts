import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { optimizerNames } from "../../lib/optimizers/registry.ts";
import { completeSettings } from "../../lib/training/settings/complete_settings.ts";
import type { TrainSettings } from "../../lib/training/settings/train_settings.ts";
import { aucOf } from "./auc_of.ts";
import { abortedAtCheck, training, type Workshop } from "./fixtures.ts";
import { full } from "../slow.ts";

/** Stops a run in the middle of its epochs, again and again, and compares it with one that was not. */
async function stopAndGoOn(
  { train, read }: Workshop,
  changes: Partial<TrainSettings>,
): Promise<Awaited<ReturnType<Workshop["read"]>>> {
  await train("whole", changes);
  const whole = await read("whole");
  let { interrupted } = await train("stopped", changes, { signal: abortedAtCheck(6) });
  assert.ok(interrupted);
  for (let step = 9; interrupted; step += 5) {
    const again = { resume: true, signal: abortedAtCheck(step) };
    ({ interrupted } = await train("stopped", changes, again));
  }
  assert.deepEqual(await read("stopped"), whole);
  assert.equal(tf.memory().numTensors, 0);
  return whole;
}

for (const optimizer of full ? optimizerNames : ["adamw", "schedule-free-adamw"] as const) {
  training(`${optimizer}, stopped in the middle of a step, goes on exactly`, async (workshop) => {
    const { schedule } = completeSettings({ optimizer });
    await stopAndGoOn(workshop, { optimizer, schedule, accumulate: 2, clip: 1, warmUp: 3 });
  });

  training(`${optimizer} learns`, async ({ data, train, read }) => {
    const { schedule, learningRate, weightDecay } = completeSettings({ data, optimizer });
    await train("run", {
      optimizer,
      schedule,
      // RAdam hardly moves in so short a run.
      learningRate: /ranger|radam/.test(optimizer) ? 2e-2 : learningRate,
      weightDecay,
      warmUp: 5,
      epochs: 10,
    });
    const { metrics } = await read("run");
    const losses = metrics.map(({ loss }) => loss!);
    const sum = (part: number[]) => part.reduce((sum, loss) => sum + loss);
    assert.ok(sum(losses.slice(-3)) < 0.6 * sum(losses.slice(0, 3)), `${losses}`);
  });
}

training("averaged weights are kept with statistics of their own", async (workshop) => {
  const { root, train } = workshop;
  const { best } = await train("run", {
    optimizer: "schedule-free-sgd",
    schedule: "constant",
    learningRate: 0.5,
    weightDecay: 0,
  });
  const verifier = await loadVerifier(join(root, "run"), "wasm");
  assert.equal(await aucOf(verifier, workshop, "run", "validation"), best.auc);
  verifier[Symbol.dispose]();
});

training("a plateau lowers the learning rate, and goes on exactly", async (workshop) => {
  const { metrics } = await stopAndGoOn(workshop, {
    schedule: "plateau",
    // No figure can rise so often.
    patience: 0,
    gamma: 0.5,
    epochs: 6,
    warmUp: 0,
    learningRate: 1e-5,
  });
  const drops = metrics.map(({ learningRate }) => Math.log2(1e-5 / learningRate!));
  let best = -Infinity, expected = 0;
  for (const [epoch, { validation }] of metrics.entries()) {
    assert.ok(Math.abs(drops[epoch]! - expected) < 1e-9, `${drops}`);
    if (validation!.auc > best * (1 + 1e-4)) best = validation!.auc;
    else expected++;
  }
  assert.ok(expected > 0);
});
