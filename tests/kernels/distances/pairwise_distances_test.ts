import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { pairwiseDistances } from "../../../kernels/distances/pairwise_distances.ts";
import type { Distance } from "../../../kernels/reference/distances/distance.ts";
import * as reference from "../../../kernels/reference/distances/pairwise_distances.ts";
import { randomBatch } from "../support/random_batch.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";

const DISTANCES: Distance[] = ["cosine", "euclidean", "squared"];

async function run(
  a: { values: Float32Array; d: number },
  b: { values: Float32Array; d: number },
  distance: Distance,
) {
  const [x, y] = [a, b].map(({ values, d }) => tf.tensor2d(values, [values.length / d, d])) as [
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const distances = await take(pairwiseDistances(x, y, distance));
  tf.dispose([x, y]);
  return distances;
}

Deno.test("pairwise distances by hand", () => {
  const a = { values: Float32Array.of(1, 0, 0.6, 0.8), dimension: 2 };
  const b = { values: Float32Array.of(0, 1), dimension: 2 };
  assertCloseTo(reference.pairwiseDistances(a, b, "cosine"), [1, 0.2]);
  assertCloseTo(reference.pairwiseDistances(a, b, "squared"), [2, 0.4]);
  assertCloseTo(reference.pairwiseDistances(a, b, "euclidean"), [Math.SQRT2, Math.sqrt(0.4)]);
});

testOnDevices("rows that are the same are 0 apart", [33 * 33], async () => {
  const a = randomBatch({ n: 33, d: 7 });
  for (const distance of ["euclidean", "squared"] as const) {
    const distances = await run(a, a, distance);
    for (let i = 0; i < 33; i++) assert.equal(distances[i * 33 + i], 0);
  }
});

testOnDevices("NaN and infinity stay in their own row", [9], async () => {
  const a = { values: Float32Array.of(1, 0, NaN, 0, Infinity, 0), d: 2 };
  for (const distance of DISTANCES) {
    const distances = await run(
      a,
      { values: Float32Array.of(1, 0, 0, 1, 0.6, 0.8), d: 2 },
      distance,
    );
    assert.ok(distances.slice(0, 3).every(Number.isFinite));
    assert.ok(!distances.slice(3).some(Number.isFinite));
  }
});

testOnDevices("rows of different lengths are refused", [], () => {
  const [a, b] = [tf.zeros([2, 3]), tf.zeros([2, 4])] as [tf.Tensor2D, tf.Tensor2D];
  assert.throws(() => pairwiseDistances(a, b, "cosine"), /expected rows of one length/);
  tf.dispose([a, b]);
  return Promise.resolve();
});
