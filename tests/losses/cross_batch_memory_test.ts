import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { CrossBatchMemory } from "../../lib/losses/cross_batch_memory.ts";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import { assignWeights, readWeights } from "../../lib/model/weights/weights.ts";
import { createLoss, losses } from "../../lib/losses/registry.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { testOnDevices } from "../kernels/support/test_on_devices.ts";
import { differentiate } from "./differentiate.ts";

const batches = [1, 2, 3].map((seed) => randomBatch({ n: 8, d: 4 }, seed));

function open(loss: string, memory = 12) {
  const parameters = new Parameters(1);
  const context = { parameters, embeddingSize: 4, classes: 4 };
  const { apply } = createLoss(loss, { memory }, context);
  return {
    parameters,
    learn: (batch: typeof batches[number]) => differentiate(batch, (x, y) => apply(x, y, null)),
  };
}

testOnDevices("what is remembered goes on from saved parameters", [5, 12, 32, 48, 96], async () => {
  for (const { name: loss, options } of losses) {
    if (!("memory" in options)) continue;
    const [one, other, fresh] = [open(loss), open(loss), open(loss)];
    for (const batch of batches.slice(0, 2)) await one.learn(batch);
    assignWeights(other.parameters, await readWeights(one.parameters), "a test");
    const [expected, found] = [await one.learn(batches[2]!), await other.learn(batches[2]!)];
    assert.deepEqual(found, expected);
    const { loss: without } = await fresh.learn(batches[2]!);
    assert.notEqual(without, expected.loss, `${loss} looks at no memory`);
    for (const { parameters } of [one, other, fresh]) parameters.dispose();
  }
});

testOnDevices("a memory of one batch is the batch, but for the gradient", [5, 32, 64], async () => {
  const batch = batches[0]!;
  const [remembered, plain] = [open("supcon", 8), open("supcon", 0)];
  const [found, expected] = [await remembered.learn(batch), await plain.learn(batch)];
  assert.ok(Math.abs(found.loss - expected.loss) < 1e-6);
  assert.equal(found.summary.valid, expected.summary.valid);
  remembered.parameters.dispose();
});

Deno.test("a batch larger than the memory is refused", async () => {
  await tf.setBackend("cpu");
  const parameters = new Parameters(1);
  const memory = new CrossBatchMemory(parameters, { size: 7, embeddingSize: 4 });
  const refused = () =>
    tf.tidy(() => {
      memory.remember(tf.zeros([8, 4]), tf.zeros([8], "int32"));
    });
  assert.throws(refused, /memory of 7 embeddings got a batch of 8/);
  parameters.dispose();
});
