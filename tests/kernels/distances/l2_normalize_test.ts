import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import * as reference from "../../../kernels/reference/distances/l2_normalize.ts";
import { l2Normalize } from "../../../kernels/distances/l2_normalize.ts";
import { randomBatch } from "../support/random_batch.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { numericGradient } from "../support/numeric_gradient.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";

Deno.test("the reference's gradient of l2 normalize is its numeric gradient", () => {
  const { values } = randomBatch({ n: 3, d: 5 }, 1);
  const upstream = randomBatch({ n: 3, d: 5 }, 2).values;
  const gradient = reference.l2NormalizeGradient({ values, dimension: 5 }, upstream);
  const objective = (values: Float64Array) =>
    reference.l2Normalize({ values, dimension: 5 })
      .reduce((sum, value, i) => sum + value * upstream[i]!, 0);
  assertCloseTo(gradient, numericGradient(objective, values), 1e-7);
});

testOnDevices("a row of zeros stays one, and has no gradient", [6], async () => {
  const x = tf.tensor2d([[0, 0], [3, 4], [0, 0]]);
  const dy = tf.onesLike(x);
  const { value, grad } = tf.valueAndGrad((x) => l2Normalize(x as tf.Tensor2D))(x, dy);
  assertCloseTo(await take(value), [0, 0, 0.6, 0.8, 0, 0]);
  assertCloseTo(await take(grad), [0, 0, 0.032, -0.024, 0, 0]);
  tf.dispose([x, dy]);
});

testOnDevices("NaN stays in its own row", [4], async () => {
  const x = tf.tensor2d([[NaN, 1], [3, 4]]);
  const unit = await take(l2Normalize(x));
  assert.ok(unit.slice(0, 2).every(Number.isNaN));
  assertCloseTo(unit.slice(2), [0.6, 0.8]);
  x.dispose();
});

testOnDevices("more rows than a device allows workgroups in one dimension", [70_001], async () => {
  const x = tf.fill([70_001, 1], -3) as tf.Tensor2D;
  const unit = await take(l2Normalize(x));
  assert.ok(unit.every((value) => value === -1));
  x.dispose();
});
