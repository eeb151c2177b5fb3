import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openWasm } from "../../lib/backends/wasm.ts";
import { createOptimizer, optimizers } from "../../lib/optimizers/registry.ts";
import { testOnAllInFull } from "../kernels/support/test_on_devices.ts";
import { assertNear, Point, slopeAt, start } from "./bowl.ts";
import { plainOptimiser } from "./plain_optimizers.ts";
import { needs } from "../needs.ts";

const options = { weightDecay: 0.3, momentum: 0.8, beta2: 0.95 };
const rateAt = (step: number) => 0.004 * (1 + step % 3);

for (const { name, isScheduleFree } of optimizers) {
  for (const decayAll of [false, true]) {
    const title = `${name} is its papers' algorithm; ${decayAll ? "all" : "matrices"} decay`;
    testOnAllInFull(title, [4, 8, 12, 16], async () => {
      const point = new Point();
      const optimiser = createOptimizer(name, point.groups, { ...options, decayAll });
      assert.equal(optimiser.averagesWeights, isScheduleFree);
      const plain = start.map((number, i) => {
        const weightDecay = i < 2 || decayAll ? options.weightDecay : 0;
        return plainOptimiser(name, number, { ...options, weightDecay });
      });
      for (let step = 0; step < 20; step++) {
        await point.step(optimiser, rateAt(step));
        const slope = slopeAt(plain.map(({ w }) => w));
        plain.forEach((number, i) => number.step(slope[i]!, rateAt(step)));
      }
      assertNear(await point.values(), plain.map(({ w }) => w), "training,");
      optimiser.evalMode();
      optimiser.evalMode();
      assertNear(await point.values(), plain.map(({ x }) => x), "evaluation,");
      assert.throws(() => optimiser.update({}, 1), /evaluation mode/);
      await assert.rejects(optimiser.state(), /evaluation mode/);
      optimiser.trainMode();
      assertNear(await point.values(), plain.map(({ w }) => w), "training again,");
      optimiser.dispose();
      point.dispose();
    });
  }
}

Deno.test(
  "AdamW's numbers on WebAssembly are those of its operations one by one",
  needs({ read: true }),
  async () => {
    await openWasm();
    const before = tf.memory().numTensors;
    const point = new Point();
    const optimiser = createOptimizer("adamw", point.groups, { weightDecay: 0.05 });
    let [values, first, second]: tf.Tensor[] = [
      tf.tensor1d([...start]),
      tf.zeros([4]),
      tf.zeros([4]),
    ];
    const decays = tf.tensor1d([1, 1, 0, 0]);
    for (let t = 1; t <= 50; t++) {
      const rate = rateAt(t);
      const gradient = tf.tensor1d(slopeAt(await values!.data()));
      await point.step(optimiser, rate);
      const next = tf.tidy(() => {
        const m = tf.add(tf.mul(first!, 0.9), tf.mul(gradient, 1 - 0.9));
        const v = tf.add(tf.mul(second!, 0.999), tf.mul(tf.square(gradient), 1 - 0.999));
        const root = tf.add(tf.sqrt(tf.div(v, 1 - 0.999 ** t)), 1e-8);
        const change = tf.div(tf.mul(m, rate / (1 - 0.9 ** t)), root);
        const kept = tf.sub(1, tf.mul(decays, rate * 0.05));
        return [tf.sub(tf.mul(values!, kept), change), m, v];
      });
      tf.dispose([values!, first!, second!, gradient]);
      [values, first, second] = next;
      assert.deepEqual(await point.values(), [...await values!.data()], `step ${t}`);
    }
    tf.dispose([values!, first!, second!, decays]);
    optimiser.dispose();
    point.dispose();
    assert.equal(tf.memory().numTensors, before);
  },
);

testOnAllInFull("gradients of several batches are averaged, then clipped", [4, 8], async () => {
  const point = new Point();
  const accumulated = { weightDecay: 0, momentum: 0, accumulate: 2, clip: 5 };
  const optimiser = createOptimizer("sgd", point.groups, accumulated);
  const slope = slopeAt(start);
  await point.step(optimiser, 9, 3);
  assert.deepEqual(await point.values(), [...start]);
  await point.step(optimiser, 0.1, 5);
  // The mean of three and five times the slope, which is longer than 5.
  const length = 4 * Math.hypot(...slope);
  assert.ok(length > 5);
  assertNear(await point.values(), start.map((w, i) => w - 0.1 * 4 * slope[i]! * 5 / length));

  point.place(start);
  const short = createOptimizer("sgd", point.groups, { ...accumulated, clip: 1e3 });
  await point.step(short, 9, 1);
  await point.step(short, 0.1, 2);
  assertNear(await point.values(), start.map((w, i) => w - 0.1 * 1.5 * slope[i]!));
  optimiser.dispose();
  short.dispose();
  point.dispose();
});

testOnAllInFull(
  "what ceases to be finite is found and named, in gradients and values",
  [2, 65],
  async () => {
    for (const accumulate of [1, 2]) {
      const point = new Point();
      const [matrix, bias] = point.parameters.trainable();
      const optimiser = createOptimizer("sgd", point.groups, { ...options, accumulate });
      const step = async (gradients: number[], learningRate: number) => {
        const named = {
          [matrix!.value.name]: tf.tensor2d([gradients.slice(0, 2)]),
          [bias!.value.name]: tf.tensor1d(gradients.slice(2)),
        };
        const faults = optimiser.update(named, learningRate);
        const places = [...await faults.data()];
        tf.dispose([named, faults]);
        return places.map((place) => place < 0 ? null : optimiser.nameAt(place));
      };
      assert.deepEqual(await step([1, 2, 3, 4], 1e-3), [null, null]);
      if (accumulate === 1) {
        // Beyond the largest number by the step alone.
        assert.deepEqual(await step([0, 0, 0, 3e38], 10), [null, bias!.name]);
      }
      const [gradient] = await step([1, 2, Infinity, NaN], 1e-3);
      assert.equal(gradient, bias!.name);
      optimiser.dispose();
      point.dispose();
    }
  },
);
