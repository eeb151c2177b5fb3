import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { matMul } from "../../../../kernels/reference/layers/mat_mul.ts";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { take } from "../../support/test_on_devices.ts";
import { sampleValues } from "../../../../kernels/checks/sample_values.ts";

Deno.test("a product whose depth is split gives the same bits every time", async () => {
  const { check } = await openWebGpu();
  const product = () =>
    take(tf.tidy(() =>
      tf.matMul(
        tf.tensor2d(sampleValues(5 * 4096, 1), [5, 4096]),
        tf.tensor2d(sampleValues(4096 * 9, 2), [4096, 9]),
      )
    ));
  assert.deepEqual(await product(), await product());
  check();
});

Deno.test("several products at once, and those of integers, are left to TensorFlow.js", async () => {
  const { check } = await openWebGpu();
  const [left, right] = [sampleValues(24, 1), sampleValues(24, 2)];
  const counts = Int32Array.from({ length: 6 }, (_, i) => i + 1);
  const [stacked, cast] = tf.tidy(() => {
    const counted = tf.tensor2d(counts, [2, 3], "int32");
    return [
      tf.matMul(tf.tensor3d(left, [2, 3, 4]), tf.tensor3d(right, [2, 4, 3])),
      tf.matMul(tf.cast(counted, "float32"), tf.cast(counted, "float32"), false, true),
    ];
  });
  const of = { rows: 3, depth: 4, columns: 3, transposed: { a: false, b: false } };
  const expected = [0, 12].flatMap((at) => [
    ...matMul(left.slice(at, at + 12), right.slice(at, at + 12), of),
  ]);
  assertCloseTo(await take(stacked!), expected, 1e-6);
  assert.deepEqual(await take(cast!), [14, 32, 32, 77]);
  check();
});

Deno.test("matrices whose depths differ are refused", async () => {
  const { check } = await openWebGpu();
  tf.tidy(() => {
    const a = tf.ones([2, 3]), b = tf.ones([4, 5]);
    for (const [turnA, turnB] of [[false, false], [true, false], [false, true], [true, true]]) {
      assert.throws(() => tf.matMul(a, b, turnA, turnB), /inner shapes/);
    }
  });
  check();
});
