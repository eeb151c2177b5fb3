import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { openWasm } from "../../../../lib/backends/wasm.ts";
import { poison } from "../../../../kernels/checks/poison.ts";
import { take } from "../../support/test_on_devices.ts";
import { needs } from "../../../needs.ts";

/** Computes on the plain backend and on WebAssembly, and compares. */
async function agree(compute: () => tf.Tensor, tolerance: number, what: string): Promise<void> {
  const values: Float32Array[] = [];
  for (const backend of ["cpu", "wasm"]) {
    if (backend === "wasm") await openWasm();
    else await tf.setBackend(backend);
    const result = tf.tidy(compute);
    values.push(await result.data() as Float32Array);
    result.dispose();
  }
  const [expected, found] = values as [Float32Array, Float32Array];
  assert.equal(found.length, expected.length, what);
  for (const [i, value] of expected.entries()) {
    const off = Math.abs(found[i]! - value);
    assert.ok(off <= tolerance * (1 + Math.abs(value)), `${what}: ${i} is off by ${off}`);
  }
}

const random = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, "float32", seed);

Deno.test(
  "products of stacks of matrices use TensorFlow.js's own kernel",
  needs({ read: true }),
  async () => {
    await agree(() => tf.matMul(random([4, 5, 3], 1), random([4, 5, 2], 2), true), 1e-5, "stack");
  },
);

Deno.test(
  "a product of two matrices has the shape that stacks of one are broadcast to",
  needs({ read: true }),
  async () => {
    const shapes = [[[2, 3], [1, 3, 4]], [[1, 1, 2, 3], [1, 3, 4]], [[1, 2, 3], [3, 4]]] as const;
    for (const [a, b] of shapes) {
      const product = () => tf.matMul(random([...a], 1) as tf.Tensor3D, random([...b], 2));
      await agree(product, 1e-5, `${a} by ${b}`);
      const broadcast = tf.backend_util.assertAndGetBroadcastShape(a.slice(0, -2), b.slice(0, -2));
      tf.tidy(() => assert.deepEqual(product().shape, [...broadcast, 2, 4]));
    }
  },
);

Deno.test(
  "products of integers, and of depths that differ, are refused",
  needs({ read: true }),
  async () => {
    await openWasm();
    tf.tidy(() => {
      const whole = tf.ones<tf.Rank.R2>([2, 2], "int32");
      assert.throws(() => tf.matMul(whole, whole), /float32/);
      const a = tf.ones([2, 3]), b = tf.ones([4, 5]);
      for (const [turnA, turnB] of [[false, false], [true, false], [false, true]]) {
        assert.throws(() => tf.matMul(a, b, turnA, turnB), /inner shapes/);
      }
    });
  },
);

Deno.test(
  "sums over leading axes on WebAssembly agree with the cpu backend's",
  needs({ read: true }),
  async () => {
    for (
      const shape of [[1, 1], [2, 3], [31, 4], [1031, 2], [2048, 33], [3, 5, 7, 8], [32, 32, 32, 3]]
    ) {
      const leading = shape.slice(0, -1).map((_, axis) => axis);
      await agree(() => tf.sum(random(shape, 3), leading), 1e-4, `${shape}`);
    }
  },
);

Deno.test("a sum of no rows is 0", needs({ read: true }), async () => {
  await openWasm();
  await poison([3]);
  assert.deepEqual(await take(tf.tidy(() => tf.sum(tf.zeros([0, 3]), 0))), [0, 0, 0]);
});

Deno.test(
  "other sums on WebAssembly use TensorFlow.js's own kernel",
  needs({ read: true }),
  async () => {
    const x = () => random([6, 5, 4], 4);
    await agree(() => tf.sum(x()), 1e-5, "all axes");
    await agree(() => tf.sum(x(), 1), 1e-5, "a middle axis");
    await agree(() => tf.sum(x(), [0, 1], true), 1e-5, "kept axes");
    await agree(() => tf.sum(tf.ones([3, 2], "int32"), 0), 0, "whole numbers");
  },
);

Deno.test(
  "slices on WebAssembly agree with the cpu backend's, side by side or not",
  needs({ read: true }),
  async () => {
    const x = () => random([4, 5, 6], 5);
    for (
      const [begin, size] of [
        [[0, 0, 0], [4, 5, 6]],
        [[2, 0, 0], [1, 5, 6]],
        [[1, 2, 0], [1, 2, -1]],
        [[3, 4, 1], [1, 1, 5]],
        [[0, 1, 2], [3, 2, 4]],
      ] as const
    ) {
      await agree(() => tf.slice(x(), [...begin], [...size]), 0, `${begin}, ${size}`);
    }
    await agree(() => tf.slice(random([9], 6), 4, 3), 0, "a vector");
    await agree(() => tf.slice(tf.tensor1d([1, 2, 3], "int32"), 1, 2), 0, "whole numbers");
  },
);

Deno.test(
  "slices on WebAssembly that pass the end are refused",
  needs({ read: true }),
  async () => {
    await openWasm();
    for (const dtype of ["float32", "int32"] as const) {
      tf.tidy(() => assert.throws(() => tf.slice(tf.ones([6], dtype), 4, 3), /overflow/));
    }
  },
);

Deno.test(
  "copies on WebAssembly share their numbers until the last is disposed of",
  needs({ read: true }),
  async () => {
    await openWasm();
    const before = tf.memory();
    const x = tf.tensor1d([1, 2, 3]), copies = [tf.clone(x), tf.clone(x)];
    assert.equal(tf.memory().numDataBuffers, before.numDataBuffers + 1);
    x.dispose();
    copies[0]!.dispose();
    // Takes the memory, were it free.
    const other = tf.fill([3], 7);
    assert.deepEqual([...await copies[1]!.data()], [1, 2, 3]);
    const words = tf.tensor1d(["a", "b"]), same = tf.clone(words);
    words.dispose();
    assert.deepEqual(await same.data<"string">(), ["a", "b"]);
    tf.dispose([other, copies[1], same]);
    assert.deepEqual(tf.memory(), before);
  },
);
