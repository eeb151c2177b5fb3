import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { embedImages } from "../../lib/model/embed_images.ts";
import { createEmbeddingModel } from "../../lib/model/embedding_model.ts";
import { findBackbone } from "../../lib/model/backbones/registry.ts";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import { readWeights } from "../../lib/model/weights/weights.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { testOnDevices } from "../kernels/support/test_on_devices.ts";

const create = (options: { seed?: number; imageSize?: number } = {}) =>
  createEmbeddingModel({
    backbone: findBackbone("tiny"),
    imageSize: 32,
    embeddingSize: 6,
    seed: 1,
    ...options,
  });

/** Images of stripes, each with others. */
function pictures(count: number, size: number): Uint8Array[] {
  return Array.from(
    { length: count },
    (_, n) => Uint8Array.from({ length: size * size * 3 }, (_, i) => (i * (2 * n + 7)) % 256),
  );
}

testOnDevices("the same seed makes the same model, another seed another", [6], async () => {
  const [one, two, other] = [create(), create(), create({ seed: 2 })];
  const images = pictures(2, 32);
  const embeddings = await embedImages(one, images, 32);
  assert.deepEqual(await embedImages(two, images, 32), embeddings);
  assert.notDeepEqual(await embedImages(other, images, 32), embeddings);
  for (const { parameters } of [one, two, other]) parameters.dispose();
});

testOnDevices("an image's embedding has length 1 and knows no neighbours", [192], async () => {
  const model = create();
  // One more than fit into a pass.
  const images = pictures(33, 32);
  const embeddings = await embedImages(model, images, 32);
  assert.equal(embeddings.length, 33 * 6);
  for (let row = 0; row < 33; row++) {
    const length = Math.hypot(...embeddings.subarray(row * 6, row * 6 + 6));
    assert.ok(Math.abs(length - 1) < 1e-5, `row ${row} has length ${length}`);
  }
  for (const row of [0, 31, 32]) {
    const alone = await embedImages(model, [images[row]!], 32);
    assertCloseTo(alone, embeddings.subarray(row * 6, row * 6 + 6));
  }
  assert.notDeepEqual(embeddings.slice(0, 6), embeddings.slice(6, 12));
  assert.equal((await embedImages(model, [], 32)).length, 0);
  model.parameters.dispose();
});

Deno.test("a model is made for images of any side", async () => {
  await tf.setBackend("cpu");
  for (const imageSize of [16, 17, 30, 33]) {
    const model = create({ imageSize });
    const images = tf.zeros([2, imageSize, imageSize, 3]) as tf.Tensor4D;
    const embeddings = tf.tidy(() => model.apply(images, true));
    assert.deepEqual(embeddings.shape, [2, 6]);
    tf.dispose([images, embeddings]);
    model.parameters.dispose();
  }
  assert.equal(tf.memory().numTensors, 0);
});

Deno.test("weights decay, biases and norms do not, running statistics are not trained", async () => {
  await tf.setBackend("cpu");
  const { parameters } = create();
  const shapes = await readWeights(parameters);
  for (const { name, decays, trainable } of parameters.all()) {
    assert.equal(decays, shapes.get(name)!.shape.length > 1, name);
    assert.equal(trainable, !name.includes("running_"), name);
  }
  assert.deepEqual(
    parameters.trainable().map(({ name }) => name),
    parameters.all().map(({ name }) => name).filter((name) => !name.includes("running_")),
  );
  parameters.dispose();
});

Deno.test("two parameters of one name are refused", async () => {
  await tf.setBackend("cpu");
  const parameters = new Parameters(1);
  const create = () => parameters.create("a", [2], { constant: 0 }, { kind: "vector" });
  create();
  assert.throws(create, /a parameter named a already exists/);
  parameters.dispose();
  assert.equal(tf.memory().numTensors, 0);
});
