import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openWasm } from "../../../lib/backends/wasm.ts";
import type { EmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { batchNorm } from "../../../lib/model/layers/batch_norm.ts";
import { Parameters } from "../../../lib/model/layers/parameters.ts";
import { recalibrateBatchNorm } from "../../../lib/training/loop/recalibrate_batch_norm.ts";
import { assertCloseTo } from "../../kernels/support/assert_close_to.ts";
import { needs } from "../../needs.ts";

const shape: [number, number, number, number] = [2, 3, 3, 2];
const images = [1, 2, 3].map((seed) =>
  Float32Array.from({ length: 36 }, (_, i) => seed * Math.sin(i * seed) + seed)
);

/** Mean and unbiased variance of a channel of a batch. */
function statistics(values: Float32Array, channel: number): [mean: number, variance: number] {
  const own = [...values].filter((_, i) => i % 2 === channel);
  const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
  const squares = own.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return [mean, squares / (own.length - 1)];
}

Deno.test(
  "running statistics become their means over batches, whatever they were",
  needs({ read: true }),
  async () => {
    await openWasm();
    const before = tf.memory().numTensors;
    const parameters = new Parameters(1);
    const normalise = batchNorm(parameters, "bn", {
      channels: 2,
      epsilon: 1e-5,
      activation: "none",
    });
    const model = { parameters, apply: normalise } as unknown as EmbeddingModel;
    const batches = images.map((values) => () =>
      Promise.resolve({ images: tf.tensor4d(values, shape), labels: tf.tensor1d([0, 0], "int32") })
    );
    await recalibrateBatchNorm(model, [...batches, () => Promise.resolve(null)]);
    const found = parameters.all().filter(({ trainable }) => !trainable);
    assert.equal(found.length, 2);
    for (const [i, { value }] of found.entries()) {
      const expected = [0, 1].map((channel) =>
        images.reduce((sum, values) => sum + statistics(values, channel)[i]!, 0) / images.length
      );
      assertCloseTo(await value.data(), expected);
    }

    // From then on they move by the layer's momentum again.
    const [mean] = await found[0]!.value.data();
    tf.tidy(() => void normalise(tf.tensor4d(images[0]!, shape), true));
    const [moved] = await found[0]!.value.data();
    assertCloseTo([moved!], [0.9 * mean! + 0.1 * statistics(images[0]!, 0)[0]]);
    parameters.dispose();
    assert.equal(tf.memory().numTensors, before);
  },
);
