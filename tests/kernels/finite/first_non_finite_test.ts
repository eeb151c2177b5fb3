import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { firstNonFinite } from "../../../kernels/finite/first_non_finite.ts";
import * as reference from "../../../kernels/reference/finite/first_non_finite.ts";
import { randomBatch } from "../support/random_batch.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";

async function find(values: Float32Array): Promise<number> {
  const x = tf.tensor1d(values);
  const [place] = await take(firstNonFinite(x));
  x.dispose();
  return place!;
}

Deno.test("the reference finds the first", () => {
  assert.equal(reference.firstNonFinite([]), -1);
  assert.equal(reference.firstNonFinite([3, -0, 3.4e38, 1e-45]), -1);
  for (const bad of [NaN, Infinity, -Infinity]) {
    assert.equal(reference.firstNonFinite([1, bad, 2, bad]), 1);
  }
});

// Around a workgroup, and around all of them.
for (const n of [1, 255, 257, 16_383, 16_385, 70_001]) {
  testOnDevices(`the first non-finite of ${n} values`, [1, 65], async () => {
    const values = randomBatch({ n: 1, d: n }).values;
    values[0] = 3.4e38;
    assert.equal(await find(values), -1);
    const places = new Set([n - 1, Math.floor(n * 0.7), 257, 255, 1, 0].filter((i) => i < n));
    // From the end towards the beginning, so that each is the first.
    for (const place of [...places].sort((a, b) => b - a)) {
      values[place] = [NaN, Infinity, -Infinity][place % 3]!;
      assert.equal(await find(values), place);
      assert.equal(reference.firstNonFinite(values), place);
    }
  });
}
