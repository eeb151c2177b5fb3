import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import assert from "node:assert/strict";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import { poison } from "../../../../kernels/checks/poison.ts";
import { take } from "../../support/test_on_devices.ts";
import { recordLaunches } from "../../support/record_launches.ts";

interface Part {
  readonly shape: number[];
  readonly begin: number[];
  readonly size: number[];
  readonly inOnePiece: boolean;
}

const parts: Part[] = [
  { shape: [40], begin: [7], size: [12], inOnePiece: true },
  { shape: [40], begin: [0], size: [40], inOnePiece: true },
  { shape: [5, 9], begin: [3, 0], size: [1, 9], inOnePiece: true },
  { shape: [5, 9], begin: [1, 0], size: [3, 9], inOnePiece: true },
  { shape: [5, 9], begin: [4, 2], size: [1, 5], inOnePiece: true },
  { shape: [5, 9], begin: [1, 2], size: [2, 5], inOnePiece: false },
  { shape: [4, 3, 2], begin: [2, 1, 0], size: [1, 2, 2], inOnePiece: true },
  { shape: [4, 3, 2], begin: [2, 1, 1], size: [1, 1, 1], inOnePiece: true },
  { shape: [4, 3, 2], begin: [1, 0, 1], size: [2, 3, 1], inOnePiece: false },
];

/** Counts up from 1, on the device: small tensors that are not there yet are computed elsewhere. */
function counting(shape: number[], dtype: "float32" | "int32" = "float32"): tf.Tensor {
  const x = tf.tensor(upTo(tf.util.sizeFromShape(shape)), shape, dtype);
  (tf.backend() as WebGPUBackend).uploadToGPU(x.dataId);
  return x;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

Deno.test("what lies in one piece is sliced by a copy", async () => {
  const { check } = await openWebGpu();
  for (const dtype of ["float32", "int32"] as const) {
    for (const { shape, begin, size, inOnePiece } of parts) {
      const x = counting(shape, dtype);
      const count = tf.util.sizeFromShape(size);
      await poison([count]);
      const { result, programs } = recordLaunches(() => tf.slice(x, begin, size));
      assert.deepEqual(result.shape, size);
      assert.equal(result.dtype, dtype);
      assert.equal(programs.length, inOnePiece ? 0 : 1, `${programs}`);
      const strides = [...tf.util.computeStrides(shape), 1].slice(-shape.length);
      const expected = Array.from({ length: count }, (_, i) => {
        let rest = i, place = 0;
        for (let axis = size.length - 1; axis >= 0; axis--) {
          place += (begin[axis]! + rest % size[axis]!) * strides[axis]!;
          rest = Math.floor(rest / size[axis]!);
        }
        return place + 1;
      });
      assert.deepEqual(await take(result), expected);
      check();
      x.dispose();
    }
  }
});

Deno.test("what lies one after another is concatenated by copies", async () => {
  const { check } = await openWebGpu();
  for (
    const { shapes, axis, copied } of [
      { shapes: [[5], [1], [30], [2]], axis: 0, copied: true },
      { shapes: Array.from({ length: 40 }, (_, i) => [1 + i % 3]), axis: 0, copied: true },
      { shapes: [[2, 3], [0, 3], [4, 3]], axis: 0, copied: true },
      { shapes: [[1, 2, 3], [1, 4, 3]], axis: 1, copied: true },
      { shapes: [[2, 3], [2, 1]], axis: 1, copied: false },
    ]
  ) {
    const tensors = shapes.map((shape) => counting(shape));
    const size = shapes.reduce((sum, shape) => sum + tf.util.sizeFromShape(shape), 0);
    await poison([size]);
    const { result, programs } = recordLaunches(() => tf.concat(tensors, axis));
    assert.equal(programs.length > 0, !copied, `${programs}`);
    const found = await take(result);
    check();
    const inTurn = shapes.flatMap((shape) => upTo(tf.util.sizeFromShape(shape)));
    assert.deepEqual(found, copied ? inTurn : [1, 2, 3, 1, 4, 5, 6, 2]);
    tf.dispose(tensors);
  }
});

Deno.test("a copy holds what was there when it was made, and is let go of", async () => {
  const { check } = await openWebGpu();
  const before = tf.memory();
  const start = counting([64]), x = tf.variable(start);
  start.dispose();
  const first = tf.slice(x, [8], [8]);
  // The old memory goes back to the pool, and the next tensor of its size takes it.
  tf.tidy(() => x.assign(tf.mul(x, 2)));
  const other = tf.tidy(() => tf.neg(x));
  const second = tf.slice(x, [8], [8]);
  assert.deepEqual(await take(first), [9, 10, 11, 12, 13, 14, 15, 16]);
  assert.deepEqual(await take(second), [18, 20, 22, 24, 26, 28, 30, 32]);
  check();
  tf.dispose([x, other]);
  const after = tf.memory();
  assert.equal(after.numTensors, before.numTensors);
  assert.equal(after.numDataBuffers, before.numDataBuffers);
});

Deno.test("numbers that a cast left in their type are converted, not copied", async () => {
  const { check } = await openWebGpu();
  const whole = counting([6], "int32"), fractions = counting([6]);
  await poison([4, 12]);
  const [cut, joined] = tf.tidy(() => {
    const cast = tf.cast(whole, "float32");
    return [tf.slice(cast, [1], [4]), tf.concat([fractions, cast])];
  });
  assert.deepEqual(await take(cut!), [2, 3, 4, 5]);
  assert.deepEqual(await take(joined!), [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
  check();
  tf.dispose([whole, fractions]);
});
