import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { Mined } from "../../kernels/mining/mined.ts";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import { createLoss, losses, lossNames } from "../../lib/losses/registry.ts";
import { createMiner, miners } from "../../lib/miners/registry.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { testOnAllInFull } from "../kernels/support/test_on_devices.ts";
import { differentiate } from "./differentiate.ts";

const { values } = randomBatch({ n: 6, d: 4 }, 2);
const SIZES = [5, 6, 20, 24, 36, 72, 144];

/** Runs a loss over the first rows of a batch. */
async function run(
  name: string,
  labels: number[],
  mine: (x: tf.Tensor2D, y: tf.Tensor1D) => Mined | null = () => null,
  rows = values.slice(0, labels.length * 4),
) {
  const parameters = new Parameters(1);
  const context = { parameters, embeddingSize: 4, classes: 6 };
  const { apply } = createLoss(name, {}, context);
  const found = await differentiate(
    { values: rows, d: 4, labels },
    (x, y) => apply(x, y, mine(x, y)),
    parameters.trainable()[0]?.value,
  );
  parameters.dispose();
  return found;
}

type Found = Awaited<ReturnType<typeof run>>;

function assertNothing({ loss, gradient, summary }: Found, title: string) {
  assert.equal(loss, 0, title);
  assert.equal(summary.loss, 0, title);
  assert.ok(gradient.every((value) => value === 0), title);
}

function assertNumbers({ loss, gradient, summary, weightGradient = [] }: Found, title: string) {
  const numbers = [loss, ...gradient, ...weightGradient, ...Object.values(summary)];
  assert.ok(numbers.every(Number.isFinite), `${title}: ${numbers}`);
}

/** Losses over pairs take what is mined, losses over classes do not. */
const onPairs = losses.filter(({ mined }) => mined.length > 0).map(({ name }) => name);

testOnAllInFull("one image has neither a positive nor a negative: loss 0", SIZES, async () => {
  for (const name of onPairs) assertNothing(await run(name, [3]), name);
});

testOnAllInFull("without positives, losses that need one are 0", SIZES, async () => {
  const labels = [0, 1, 2, 3, 4, 5];
  for (const name of onPairs) {
    const found = await run(name, labels);
    assertNumbers(found, name);
    assert.equal(found.summary.meanPositive, 0);
    if (["triplet", "ntxent", "supcon", "circle"].includes(name)) assertNothing(found, name);
  }
});

testOnAllInFull("without negatives, losses that need one are 0", SIZES, async () => {
  for (const name of onPairs) {
    const found = await run(name, [2, 2, 2, 2, 2, 2]);
    assertNumbers(found, name);
    assert.equal(found.summary.meanNegative, 0);
    if (["triplet", "ntxent", "circle"].includes(name)) assertNothing(found, name);
  }
});

testOnAllInFull("nothing mined: loss 0", SIZES, async () => {
  const none = () => tf.fill([6, 1], -1, "int32") as tf.Tensor2D;
  for (const kind of ["triplets", "pairs"] as const) {
    for (const name of onPairs) {
      if (name === "triplet" && kind === "pairs") continue;
      const mine = () => ({ kind, positives: none(), negatives: none() });
      assertNothing(await run(name, [0, 0, 0, 1, 1, 1], mine), `${name}, ${kind}`);
    }
  }
  for (const name of onPairs) {
    const band = { above: 3, upTo: 4 };
    const mine = () =>
      ({ kind: "band", distances: tf.zeros([6, 6]) as tf.Tensor2D, band }) as const;
    assertNothing(await run(name, [0, 0, 0, 1, 1, 1], mine), `${name}, band`);
  }
});

testOnAllInFull("embeddings that are all the same, or 0, make no NaN", SIZES, async () => {
  for (const name of lossNames()) {
    for (const value of [0, 0.5]) {
      const same = values.map(() => value);
      assertNumbers(await run(name, [0, 0, 0, 1, 1, 2], undefined, same), `${name} of ${value}`);
    }
  }
});

testOnAllInFull("classes of which a batch has none, or only one, make no NaN", SIZES, async () => {
  for (const { name } of losses.filter(({ mined }) => mined.length === 0)) {
    for (const labels of [[3], [3, 3, 3, 3, 3, 3], [0, 1, 2, 3, 4, 5]]) {
      assertNumbers(await run(name, labels), `${name} of ${labels}`);
    }
  }
});

testOnAllInFull("an embedding that is not a number makes the loss none", SIZES, async () => {
  for (const { name, mined: kinds } of losses) {
    for (const { name: miner, kindOf } of miners) {
      if (![...kinds, null].includes(kindOf({}))) continue;
      const broken = values.map((value, i) => i === 5 ? NaN : value);
      const mine = (x: tf.Tensor2D, y: tf.Tensor1D) => createMiner(miner).mine(x, y, 0);
      const { summary } = await run(name, [0, 0, 0, 1, 1, 2], mine, broken);
      assert.ok(Number.isNaN(summary.loss), `${name}, ${miner}: ${summary.loss}`);
    }
  }
});
