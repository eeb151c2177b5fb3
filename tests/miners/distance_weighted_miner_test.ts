import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { MinedTriplets } from "../../kernels/mining/mined.ts";
import { createMiner } from "../../lib/miners/registry.ts";
import { distanceOf } from "../losses/definitions.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { take, testOnDevices } from "../kernels/support/test_on_devices.ts";

const n = 36, d = 5;
const { values } = randomBatch({ n, d }, 4);
const labels = Array.from({ length: n }, (_, i) => i % 3);
const options = { cutoff: 0.5, farthest: 1.4, seed: 11 };
const SIZES = [180, 1296, 2592];

async function mine(draw: number, given: Partial<typeof options> = {}) {
  const [x, y] = [tf.tensor2d(values, [n, d]), tf.tensor1d(labels, "int32")];
  const miner = createMiner("distance-weighted", { ...options, ...given });
  const mined = miner.mine(x, y, draw) as MinedTriplets;
  tf.dispose([x, y]);
  return { positives: await take(mined.positives), negatives: await take(mined.negatives) };
}

/** The probability of each negative of an anchor, as the paper's formula reads. */
function probabilities(anchor: number): number[] {
  const row = (i: number) => Array.from(values.slice(i * d, (i + 1) * d));
  const weights = labels.map((label, j) => {
    const distance = distanceOf(row(anchor), row(j), "euclidean");
    if (label === labels[anchor] || distance >= options.farthest) return 0;
    const t = Math.max(distance, options.cutoff);
    return 1 / (t ** (d - 2) * (1 - t ** 2 / 4) ** ((d - 3) / 2));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / (total || 1));
}

testOnDevices("negatives are drawn as often as the paper's formula says", SIZES, async () => {
  const draws = 40;
  const counts = labels.map(() => labels.map(() => 0));
  for (let draw = 0; draw < draws; draw++) {
    const { negatives } = await mine(draw);
    negatives.forEach((negative, place) => {
      if (negative >= 0) counts[Math.floor(place / n)]![negative]!++;
    });
  }
  // Every anchor has 11 positives, and so as many draws.
  const trials = 11 * draws;
  let checked = 0;
  counts.forEach((count, anchor) =>
    probabilities(anchor).forEach((p, j) => {
      // 5 deviations of a binomial, and a draw that is rare.
      const allowed = 1 + 5 * Math.sqrt(trials * p * (1 - p));
      const found = `${anchor} drew ${j} ${count[j]} times, wanted ${trials * p}`;
      assert.ok(Math.abs(count[j]! - trials * p) <= allowed, found);
      checked += Number(p > 0 && p < 0.5);
    })
  );
  assert.ok(checked > 200);
});

testOnDevices("every positive pair has one negative of another label", SIZES, async () => {
  const { positives, negatives } = await mine(0);
  positives.forEach((positive, place) => {
    const [anchor, column] = [Math.floor(place / n), place % n];
    const isPositive = anchor !== column && labels[anchor] === labels[column];
    assert.equal(positive, isPositive ? column : -1);
    if (negatives[place]! >= 0) assert.notEqual(labels[negatives[place]!], labels[anchor]);
    if (!isPositive) assert.equal(negatives[place], -1);
  });
});

testOnDevices("the same seed and draw choose the same, others not", SIZES, async () => {
  const { negatives } = await mine(5);
  assert.deepEqual((await mine(5)).negatives, negatives);
  assert.notDeepEqual((await mine(6)).negatives, negatives);
  assert.notDeepEqual((await mine(5, { seed: 12 })).negatives, negatives);
});

testOnDevices("where all negatives are too far, none is drawn", SIZES, async () => {
  const { negatives } = await mine(0, { farthest: 0.01 });
  assert.ok(negatives.every((negative) => negative === -1));
});
