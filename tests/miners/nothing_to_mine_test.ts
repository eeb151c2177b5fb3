import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { compare } from "../../lib/losses/comparison.ts";
import { pairWeights } from "../../lib/losses/pair_weights.ts";
import { createMiner, minerNames } from "../../lib/miners/registry.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { take, testOnDevices } from "../kernels/support/test_on_devices.ts";

const { values } = randomBatch({ n: 6, d: 4 }, 2);
const SIZES = [6, 12, 24, 36, 72, 144];

/** How many positive and negative pairs a miner chooses. */
async function countMined(name: string, labels: number[], options: Record<string, unknown> = {}) {
  const n = labels.length;
  const [x, y] = [tf.tensor2d(values.slice(0, n * 4), [n, 4]), tf.tensor1d(labels, "int32")];
  const counts = tf.tidy(() => {
    const mined = createMiner(name, options).mine(x, y, 0);
    const { positives, negatives } = pairWeights(compare(x, y, "cosine", { mined }));
    return tf.stack([tf.sum(positives), tf.sum(negatives)]);
  });
  tf.dispose([x, y]);
  return await take(counts);
}

const chosen = minerNames.filter((name) => name !== "all");

testOnDevices("one image: nothing to mine", SIZES, async () => {
  for (const name of minerNames) assert.deepEqual(await countMined(name, [1]), [0, 0], name);
});

testOnDevices("without positives only a margin chooses negatives", SIZES, async () => {
  for (const name of chosen) {
    const [positives, negatives] = await countMined(name, [0, 1, 2, 3, 4, 5]);
    assert.equal(positives, 0, name);
    if (name !== "pair-margin") assert.equal(negatives, 0, name);
  }
  assert.deepEqual(await countMined("all", [0, 1, 2, 3, 4, 5]), [0, 30]);
});

testOnDevices("without negatives only a margin chooses positives", SIZES, async () => {
  for (const name of chosen) {
    const [positives, negatives] = await countMined(name, [2, 2, 2, 2, 2, 2]);
    assert.equal(negatives, 0, name);
    if (name !== "pair-margin") assert.equal(positives, 0, name);
  }
  assert.deepEqual(await countMined("all", [2, 2, 2, 2, 2, 2]), [30, 0]);
});

testOnDevices("all of a side are mined without the other", SIZES, async () => {
  const options = { positive: "all", negative: "all" };
  assert.deepEqual(await countMined("batch-easy-hard", [0, 1, 2, 3, 4, 5], options), [0, 30]);
});
