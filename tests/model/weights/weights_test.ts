import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { createEmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import type { TensorData } from "../../../lib/model/weights/pytorch_layout.ts";
import { assignWeights, readWeights } from "../../../lib/model/weights/weights.ts";
import { assertCloseTo } from "../../kernels/support/assert_close_to.ts";
import { testOnDevices } from "../../kernels/support/test_on_devices.ts";

const create = (seed: number) =>
  createEmbeddingModel({ backbone: findBackbone("tiny"), imageSize: 32, embeddingSize: 5, seed });

testOnDevices("weights that are read and set make the same model", [15], async () => {
  const one = create(1), two = create(2);
  const images = tf.randomUniform([3, 32, 32, 3], 0, 1, "float32", 1) as tf.Tensor4D;
  const embed = async (model: typeof one) => {
    const embeddings = tf.tidy(() => model.apply(images, false));
    const values = await embeddings.data();
    embeddings.dispose();
    return values;
  };
  // Training moves the running statistics, which belong to the weights.
  tf.dispose(tf.tidy(() => one.apply(images, true)));
  const before = await embed(one);
  assert.notDeepEqual(await embed(two), before);
  const weights = await readWeights(one.parameters);
  assignWeights(two.parameters, weights, "a test");
  // WebGPU's backend computes small things on the processor, and then the same a little otherwise.
  assertCloseTo(await embed(two), before);
  assert.deepEqual(await readWeights(two.parameters), weights);
  tf.dispose(images);
  one.parameters.dispose();
  two.parameters.dispose();
});

Deno.test("files have PyTorch's shapes, and its names for a layer's parts", async () => {
  await tf.setBackend("cpu");
  const { parameters } = create(1);
  const weights = await readWeights(parameters);
  assert.deepEqual(weights.get("head.bias")!.shape, [5]);
  assert.equal(weights.get("head.weight")!.shape[0], 5);
  const names = [...weights.keys()];
  const stem = names.find((name) => weights.get(name)!.shape.length === 4)!;
  const [outputs, inputs, height, width] = weights.get(stem)!.shape;
  assert.deepEqual([inputs, height], [3, width]);
  assert.ok(outputs! > 3);
  for (const name of names.filter((name) => name.endsWith("running_mean"))) {
    const layer = name.slice(0, -"running_mean".length);
    for (const part of ["weight", "bias", "running_var"]) {
      assert.deepEqual(weights.get(layer + part)!.shape, weights.get(name)!.shape);
    }
  }
  parameters.dispose();
});

Deno.test("a tensor that is missing or of another shape is named, and nothing is set", async () => {
  await tf.setBackend("cpu");
  const { parameters } = create(1), other = create(2);
  const before = await readWeights(parameters);
  const strange = new Map(await readWeights(other.parameters));
  const refused = (bias: TensorData | null, message: string) => {
    const weights = new Map(strange);
    if (bias) weights.set("head.bias", bias);
    else weights.delete("head.bias");
    const assign = () => assignWeights(parameters, weights, "model.safetensors");
    assert.throws(assign, { name: "UserError", message });
  };
  refused(null, "cannot use model.safetensors: it lacks the tensor head.bias");
  refused(
    { shape: [1, 5], data: new Float32Array(5) },
    "cannot use model.safetensors: expected head.bias as [5], got [1,5]",
  );
  assert.deepEqual(await readWeights(parameters), before);
  parameters.dispose();
  other.parameters.dispose();
});
