import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { Activation } from "../../../kernels/reference/activation.ts";
import * as reference from "../../../kernels/reference/batch_norm.ts";
import { batchNorm } from "../../../kernels/webgpu/batch_norm.ts";
import { openWebGpu } from "../../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../close_to.ts";
import { poison, take } from "../devices.ts";

const activations: Activation[] = ["none", "relu", "relu6", "silu"];
const shapes = [[1, 1], [7, 3], [2, 5, 4, 16], [3, 9, 9, 33], [40, 40, 5], [17, 64], [
  2,
  30,
  30,
  8,
]];

/** Numbers from -1 to 1 in no order. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (i + 17 * seed) % 9973));
}

async function assertAsReference(
  shape: number[],
  activation: Activation,
  level = 0.5,
) {
  const { check } = await openWebGpu();
  const channels = shape[shape.length - 1]!, size = tf.util.sizeFromShape(shape);
  const given = {
    x: numbers(size, 1).map((x) => 3 * x + level),
    scale: numbers(channels, 2).map((x) => 2 * x),
    offset: numbers(channels, 3),
    epsilon: 1e-3,
    activation,
  };
  const upstream = numbers(size, 4);
  const x = tf.tensor(given.x, shape), dy = tf.tensor(upstream, shape);
  const scale = tf.tensor1d(given.scale), offset = tf.tensor1d(given.offset);
  await poison([size, 2 * channels, 3 * channels, 4 * channels, channels]);
  const before = tf.memory();

  let statistics!: tf.Tensor2D;
  const normalise = (x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor) =>
    batchNorm(x, scale, offset, given, (found) => statistics = tf.keep(tf.clone(found)));
  const { value, grads } = tf.valueAndGrads((x, scale, offset) => normalise(x!, scale!, offset!))([
    x,
    scale,
    offset,
  ], dy);
  const found = { y: await take(value), statistics: await take(statistics) };
  const gradients = [];
  for (const gradient of grads) gradients.push(await take(gradient));
  check();
  const expected = reference.batchNorm(given);
  const { dx, sums } = reference.batchNormGradient(given, upstream);
  assertCloseTo(found.statistics, expected.statistics, 1e-5);
  assertCloseTo(found.y, expected.y, 1e-4);
  assertCloseTo(gradients[0]!, dx, 1e-4);
  assertCloseTo(gradients[1]!, sums.slice(channels), 1e-4);
  assertCloseTo(gradients[2]!, sums.slice(0, channels), 1e-4);
  const after = tf.memory();
  assert.equal(after.numTensors, before.numTensors, "tensors were left behind");
  assert.equal(after.numDataBuffers, before.numDataBuffers, "buffers were left behind");
  tf.dispose([x, dy, scale, offset]);
}

for (const activation of activations) {
  Deno.test(`BatchNorm by the batch with ${activation} as the reference has it`, async () => {
    for (const shape of shapes) {
      try {
        await assertAsReference(shape, activation);
      } catch (cause) {
        throw new Error(`of [${shape}]`, { cause });
      }
    }
  });
}

Deno.test("BatchNorm's variance does not cancel far from 0", async () => {
  const { check } = await openWebGpu();
  const values = Float32Array.from({ length: 4000 }, (_, i) => 1000 + i % 2);
  const x = tf.tensor2d(values, [4000, 1]);
  let statistics!: tf.Tensor2D;
  batchNorm(x, tf.ones([1]), tf.zeros([1]), { epsilon: 1e-5, activation: "none" }, (found) => {
    statistics = tf.keep(tf.clone(found));
  }).dispose();
  const [mean, variance] = await take(statistics);
  check();
  assert.ok(Math.abs(mean! - 1000.5) < 1e-3 && Math.abs(variance! - 0.25) < 1e-4, `${variance}`);
  x.dispose();
});
