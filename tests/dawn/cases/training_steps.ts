// Runs inside Dawn, on an adapter that computes: training steps against those of WebAssembly.
import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import { createLoss } from "../../../lib/losses/registry.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import { createEmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { createOptimizer } from "../../../lib/optimizers/registry.ts";
import { trainStep } from "../../../lib/training/loop/train_step.ts";

const imageSize = 32, batch = 8, embeddingSize = 16;

/** The loss of a step of SGD, and how far it moves each parameter. */
async function takeStep(device: "wasm" | "webgpu", backboneName: string) {
  const { check } = await openBackend(device);
  const backbone = findBackbone(backboneName);
  const model = createEmbeddingModel({ backbone, imageSize, embeddingSize, seed: 4 });
  const trained = model.parameters.trainable();
  const read = () => Promise.all(trained.map(({ value }) => value.data()));
  const before = await read();
  const optimizer = createOptimizer("sgd", [{ parameters: trained, rate: 1 }], { weightDecay: 0 });
  const context = { parameters: model.parameters, embeddingSize, classes: batch };
  const loss = createLoss("triplet", { distance: "cosine", margin: 0.2 }, context);
  const objective = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) =>
    loss.apply(embeddings, labels, null);
  const shape: [number, number, number, number] = [batch, imageSize, imageSize, 3];
  const images: tf.Tensor4D = tf.randomUniform(shape, -1, 1, "float32", 7);
  const labels = tf.tensor1d([0, 0, 1, 1, 2, 2, 3, 3], "int32");
  const result = trainStep({ model, optimizer, objective, learningRate: 0.1 }, images, labels);
  const [found] = await result.summary.data();
  const after = await read();
  check();
  return {
    loss: found!,
    moves: trained.map(({ name }, i) => ({
      name,
      move: Array.from(after[i]!, (value, j) => value - before[i]![j]!),
    })),
  };
}

/** The root of the mean square. */
function size(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
}

for (const backbone of ["tiny", "tf_efficientnetv2_b0"]) {
  Deno.test({
    name: `a step of ${backbone} is that of WebAssembly`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const expected = await takeStep("wasm", backbone);
      const found = await takeStep("webgpu", backbone);
      const off = Math.abs(found.loss / expected.loss - 1);
      assert.ok(off < 1e-4, `wanted a loss of ${expected.loss}, found ${found.loss}`);
      for (const [i, { name, move }] of found.moves.entries()) {
        const wanted = expected.moves[i]!.move;
        const difference = size(move.map((value, j) => value - wanted[j]!));
        // Some biases before a batch norm move by rounding alone, by up to 1e-8.
        const allowed = 1e-3 * size(wanted) + 1e-7;
        assert.ok(difference <= allowed, `${name}: ${difference} off, ${allowed} allowed`);
      }
    },
  });
}
