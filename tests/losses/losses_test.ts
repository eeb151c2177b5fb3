import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { LossValue } from "../../lib/losses/loss.ts";
import { losses } from "../../lib/losses/registry.ts";
import { allTripletsLoss } from "../../lib/losses/triplet_loss.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { numericGradient } from "../kernels/support/numeric_gradient.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { take, testOnDevices } from "../kernels/support/test_on_devices.ts";
import { definitions, PlainBatch } from "./definitions.ts";
import { differentiate as differentiateBatch } from "./differentiate.ts";

const batch = randomBatch({ n: 13, d: 6 }, 5);
const SIZES = [169, 5, 78];

const differentiate = (loss: (x: tf.Tensor2D, y: tf.Tensor1D) => LossValue) =>
  differentiateBatch(batch, loss);

for (const distance of ["cosine", "euclidean"] as const) {
  testOnDevices(`the loss of all triplets is its definition: ${distance}`, SIZES, async () => {
    const margin = 0.2;
    const found = await differentiate((x, y) => allTripletsLoss(x, y, { margin, distance }));
    const define = (values: ArrayLike<number>) =>
      definitions.triplet(new PlainBatch(values, batch.labels, distance), { margin });
    const expected = define(batch.values);
    assertCloseTo([found.loss, found.summary.loss], [expected, expected]);
    assertCloseTo(found.gradient, numericGradient(define, batch.values), 2e-5);
  });
}

testOnDevices("the length of an embedding does not matter", SIZES, async () => {
  const options = { margin: 0.2, distance: "cosine" } as const;
  const plain = await differentiate((x, y) => allTripletsLoss(x, y, options));
  const scaled = await differentiate((x, y) => allTripletsLoss(x.mul(10), y, options));
  assertCloseTo([scaled.loss], [plain.loss]);
  assertCloseTo(scaled.gradient, plain.gradient);
});

testOnDevices("a step against the gradient lessens the loss", SIZES, async () => {
  const options = { margin: 0.2, distance: "euclidean" } as const;
  const before = await differentiate((x, y) => allTripletsLoss(x, y, options));
  const x = tf.tensor2d(batch.values.map((v, i) => v - 0.1 * before.gradient[i]!), [13, 6]);
  const y = tf.tensor1d(batch.labels, "int32");
  const { loss, summary } = allTripletsLoss(x, y, options);
  const [after] = await take(loss);
  assert.ok(after! < before.loss, `${after} is not below ${before.loss}`);
  tf.dispose([x, y, summary]);
});

Deno.test("every loss has a name of its own", () => {
  assert.equal(new Set(losses.map(({ name }) => name)).size, losses.length);
});
