import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  createOptimizer,
  type OptimizerName,
  optimizerNames,
} from "../../lib/optimizers/registry.ts";
import { testOnAllInFull } from "../kernels/support/test_on_devices.ts";
import { assertNear, Point, slopeAt, start } from "./bowl.ts";
import { plainOptimiser } from "./plain_optimizers.ts";
// Made by tests/reference/optimizers.py.
import torch from "./torch_groups.json" with { type: "json" };

const options = { weightDecay: 0.3, momentum: 0.8, beta2: 0.95 };
const sizes = [4, 8, 12, 16];

for (const [title, { rate, resting, path }] of Object.entries(torch)) {
  testOnAllInFull(`two groups of ${title} follow PyTorch's path`, sizes, async () => {
    const point = new Point("linear");
    const name = title.replace(", resting", "") as OptimizerName;
    const optimiser = createOptimizer(name, point.split(0.1), { weightDecay: 0.1 });
    for (let k = 1; k <= path.at(-1)!.k; k++) {
      await point.step(optimiser, rate, 1, k > resting ? "both" : "bias");
      const place: { y: number[]; x?: number[] } | undefined = path.find((place) => place.k === k);
      if (!place) continue;
      assertNear(await point.values(), place.y, `step ${k}, training,`);
      optimiser.evalMode();
      assertNear(await point.values(), place.x ?? place.y, `step ${k}, evaluation,`);
      optimiser.trainMode();
    }
    optimiser.dispose();
    point.dispose();
  });
}

for (const name of optimizerNames) {
  const title = `${name}: a group rests to the bit, then begins anew at its own rate`;
  testOnAllInFull(title, sizes, async () => {
    const before = tf.memory().numTensors;
    const point = new Point();
    const optimiser = createOptimizer(name, point.split(0.25), options);
    const plain = start.map((number, i) =>
      plainOptimiser(name, number, { ...options, weightDecay: i < 2 ? options.weightDecay : 0 })
    );
    // 7 is no whole number of Lookahead's rounds.
    for (let step = 0; step < 20; step++) {
      const resting = step < 7, rate = 0.004 * (1 + step % 3);
      await point.step(optimiser, rate, 1, resting ? "bias" : "both");
      const slope = slopeAt(plain.map(({ w }) => w));
      plain.forEach((number, i) => {
        if (i >= 2) number.step(slope[i]!, rate);
        else if (!resting) number.step(slope[i]!, rate / 4);
      });
      const [first, second] = await point.values();
      if (resting) assert.deepEqual([first, second], start.slice(0, 2));
    }
    assertNear(await point.values(), plain.map(({ w }) => w), "training,");
    optimiser.evalMode();
    assertNear(await point.values(), plain.map(({ x }) => x), "evaluation,");
    optimiser.dispose();
    point.dispose();
    assert.equal(tf.memory().numTensors, before);
  });
}

testOnAllInFull("a group at rest is evaluated as it stands", sizes, async () => {
  for (const name of optimizerNames) {
    const point = new Point();
    const optimiser = createOptimizer(name, point.split(0.25), options);
    for (let step = 0; step < 6; step++) await point.step(optimiser, 0.01, 1, "bias");
    optimiser.evalMode();
    assert.deepEqual((await point.values()).slice(0, 2), start.slice(0, 2), name);
    optimiser.trainMode();
    assert.deepEqual((await point.values()).slice(0, 2), start.slice(0, 2), name);
    optimiser.dispose();
    point.dispose();
  }
});

testOnAllInFull("a group with only some of its gradients is refused", [4, 8], async () => {
  const point = new Point();
  const optimiser = createOptimizer("sgd", point.groups, { weightDecay: 0 });
  await assert.rejects(
    point.step(optimiser, 0.1, 1, "bias"),
    /expected gradients of all 2 parameters or none, got 1/,
  );
  assert.deepEqual(await point.values(), start);
  optimiser.dispose();
  point.dispose();
});

testOnAllInFull("the length of gradients is of both groups together", sizes, async () => {
  const point = new Point();
  const plain = { weightDecay: 0, momentum: 0, clip: 2 };
  const optimiser = createOptimizer("sgd", point.split(0.5), plain);
  const slope = slopeAt(start), length = Math.hypot(...slope);
  assert.ok(length > 2);
  await point.step(optimiser, 0.1);
  const rates = [0.05, 0.05, 0.1, 0.1];
  assertNear(await point.values(), start.map((w, i) => w - rates[i]! * slope[i]! * 2 / length));
  optimiser.dispose();
  point.dispose();
});
