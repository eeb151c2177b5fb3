import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { matMul } from "../../../../kernels/reference/layers/mat_mul.ts";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { poison, take } from "../../support/test_on_devices.ts";
import { recordLaunches } from "../../support/record_launches.ts";
import { numbers } from "../conv/run_convolution.ts";

/** Rows, depth and columns: tiles and less, depths that are shared out, nothing of four. */
const sizes = [
  [1, 1, 1],
  [64, 16, 64],
  [32, 128, 512],
  [128, 32, 512],
  [33, 31, 17],
  [65, 7, 130],
  [5, 4096, 9],
  [32, 4100, 128],
  [200, 600, 3],
] as const;
const sides = [false, true].flatMap((a) => [false, true].map((b) => ({ a, b })));

for (const transposed of sides) {
  const how = Object.entries(transposed).filter(([, is]) => is).map(([side]) => side);
  Deno.test(`products of matrices, transposed: ${how.join(" and ") || "none"}`, async () => {
    const { check } = await openWebGpu();
    for (const [rows, depth, columns] of sizes) {
      const left = numbers(rows * depth, 1), right = numbers(depth * columns, 2);
      const a = tf.tensor2d(left, transposed.a ? [depth, rows] : [rows, depth]);
      const b = tf.tensor2d(right, transposed.b ? [columns, depth] : [depth, columns]);
      await poison([1, 2, 3, 4, 5, 8, 9, 17].map((shares) => shares * rows * columns));
      const before = tf.memory();
      const product = () => tf.matMul(a, b, transposed.a, transposed.b);
      const { result, programs } = recordLaunches(product);
      assert.ok(programs.every((key) => key.startsWith("Futago")), `${programs}`);
      assert.deepEqual(result.shape, [rows, columns]);
      const found = await take(result);
      check();
      // As far off as single precision is on the way to such a sum.
      const tolerance = 1e-6 * Math.sqrt(depth) + 1e-6;
      assertCloseTo(found, matMul(left, right, { rows, depth, columns, transposed }), tolerance);
      assert.deepEqual(await take(product()), found, "the same twice");
      const after = tf.memory();
      assert.equal(after.numDataBuffers, before.numDataBuffers, "buffers were left behind");
      tf.dispose([a, b]);
    }
  });
}

Deno.test("several products at once, and those of integers, are left to TensorFlow.js", async () => {
  const { check } = await openWebGpu();
  const [left, right] = [numbers(24, 1), numbers(24, 2)];
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
