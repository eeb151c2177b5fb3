import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { batchNorm } from "../../../kernels/batch_norm/batch_norm.ts";
import type { Activation } from "../../../kernels/reference/layers/activation.ts";
import * as reference from "../../../kernels/reference/layers/batch_norm.ts";
import { sampleValues } from "../../../kernels/checks/sample_numbers.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { poison, take, testOnDevices } from "../support/test_on_devices.ts";

const activations: Activation[] = ["none", "relu", "relu6", "silu"];
/** Fewer and more channels and rows than a kernel takes at a time, and numbers that nothing divides. */
const shapes = [[1, 1], [7, 3], [2, 5, 4, 16], [3, 9, 9, 33], [40, 40, 5], [17, 64], [
  2,
  30,
  30,
  8,
], [9, 1300]];

async function assertAsReference(shape: number[], activation: Activation): Promise<void> {
  const channels = shape[shape.length - 1]!, size = tf.util.sizeFromShape(shape);
  const given = {
    x: sampleValues(size, 1).map((x) => 3 * x + 0.5),
    scale: sampleValues(channels, 2).map((x) => 2 * x),
    offset: sampleValues(channels, 3),
    epsilon: 1e-3,
    activation,
  };
  const upstream = sampleValues(size, 4);
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
  testOnDevices(
    `BatchNorm by the batch with ${activation} as the reference has it`,
    [],
    async () => {
      for (const shape of shapes) {
        try {
          await assertAsReference(shape, activation);
        } catch (cause) {
          throw new Error(`of [${shape}]`, { cause });
        }
      }
    },
  );
}

testOnDevices("BatchNorm's variance does not cancel far from 0", [2], async () => {
  // The first is far from all others, which a shift by it would not bear.
  const values = Float32Array.from({ length: 4000 }, (_, i) => i === 0 ? 0 : 1000 + i % 2);
  const x = tf.tensor2d(values, [4000, 1]), one = tf.ones([1]), zero = tf.zeros([1]);
  let statistics!: tf.Tensor2D;
  batchNorm(x, one, zero, { epsilon: 1e-5, activation: "none" }, (found) => {
    statistics = tf.keep(tf.clone(found));
  }).dispose();
  const expected = reference.batchNorm({
    x: values,
    scale: [1],
    offset: [0],
    epsilon: 1e-5,
    activation: "none",
  });
  assertCloseTo(await take(statistics), expected.statistics, 1e-6);
  tf.dispose([x, one, zero]);
});
