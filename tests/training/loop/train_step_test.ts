import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import type { LossValue } from "../../../lib/losses/loss.ts";
import { createEmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import { createOptimizer } from "../../../lib/optimizers/registry.ts";
import { parameterGroups } from "../../../lib/training/loop/parameter_groups.ts";
import { requireFiniteStep } from "../../../lib/training/loop/require_finite_step.ts";
import { trainStep, type TrainStepOptions } from "../../../lib/training/loop/train_step.ts";
import { createLoss } from "../../../lib/losses/registry.ts";
import { needs } from "../../needs.ts";
import { fullTest } from "../../slow.ts";

const imageSize = 32, batch = 8, steps = 3;
const labels = [0, 0, 1, 1, 2, 2, 3, 3];

/** Images of an identity share a wave; each has another on top. */
function draw(step: number, side = imageSize): Float32Array {
  const length = side * side * 3;
  return Float32Array.from({ length: batch * length }, (_, i) => {
    const image = Math.floor(i / length), pixel = i % length;
    return Math.sin(pixel * (0.3 + labels[image]!)) + Math.sin(pixel * (image + step + 7));
  });
}

/** The loss before each of three steps, and the share of active triplets. */
async function trainOn(
  name: "webgpu" | "wasm" | "cpu",
  how: Pick<TrainStepOptions, "freezeBackbone" | "precision">,
): Promise<number[][]> {
  const { check } = await openBackend(name);
  const before = tf.memory().numTensors;
  const backbone = findBackbone("tiny");
  const model = createEmbeddingModel({ backbone, imageSize, embeddingSize: 16, seed: 4 });
  const optimizer = createOptimizer(
    "adamw",
    parameterGroups(model.parameters, { backboneRate: 1 }),
    {
      weightDecay: 0.01,
    },
  );
  const figures: number[][] = [];
  const context = { parameters: model.parameters, embeddingSize: 16, classes: batch };
  const triplet = createLoss("triplet", { distance: "cosine", margin: 0.2 }, context);
  let afterFirst: number | undefined;
  for (let step = 0; step < steps; step++) {
    const images = tf.tensor4d(draw(step), [batch, imageSize, imageSize, 3]);
    const ofImages = tf.tensor1d(labels, "int32");
    const objective = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) =>
      triplet.apply(embeddings, labels, null);
    const options = { model, optimizer, objective, learningRate: 1e-3, ...how };
    const { summary, spread, faults } = trainStep(options, images, ofImages);
    const [loss, active, valid] = await summary.data();
    assert.deepEqual([...await faults.data()], [-1, -1]);
    const [spreadOut] = await spread.data();
    assert.ok(spreadOut! > 0 && spreadOut! < 1, `${spreadOut}`);
    check();
    figures.push([loss!, active! / valid!]);
    tf.dispose([images, ofImages, summary, spread, faults]);
    afterFirst ??= tf.memory().numTensors;
    assert.equal(tf.memory().numTensors, afterFirst);
  }
  optimizer.dispose();
  model.parameters.dispose();
  assert.equal(tf.memory().numTensors, before);
  return figures;
}

const titles = ["the same steps on every backend", "the same with a frozen backbone"];
titles.forEach((name, i) =>
  fullTest({
    name,
    ...needs({ read: true }),
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const freezeBackbone = i === 1;
      const expected = await trainOn("cpu", { freezeBackbone });
      assert.ok(expected.every(([loss]) => loss! > 0.01), `${expected}`);
      assert.notEqual(expected[0]![0], expected[1]![0]);
      for (const name of ["wasm", "webgpu"] as const) {
        const found = await trainOn(name, { freezeBackbone });
        found.forEach(([loss, active], step) => {
          const [wanted, wantedActive] = expected[step]!;
          const off = Math.abs(loss! / wanted! - 1);
          assert.ok(off < 1e-3, `${name}, step ${step}: wanted a loss of ${wanted}, found ${loss}`);
          assert.ok(Math.abs(active! - wantedActive!) < 0.05);
        });
      }
    },
  })
);

Deno.test({
  ...needs({ read: true }),
  name: "steps in float16 are nearly those in single precision, and no others",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const expected = await trainOn("webgpu", {});
    const found = await trainOn("webgpu", { precision: "f16" });
    for (const [step, [loss]] of found.entries()) {
      const off = Math.abs(loss! / expected[step]![0]! - 1);
      assert.ok(off > 1e-6 && off < 2e-2, `step ${step}: ${off}`);
    }
  },
});

/** Side of images that need teach nothing. */
const small = 16;

/** One step, and what is said of it where it is not finite. */
async function poisonedStep(
  pixels: Float32Array,
  { change = (found) => found, learningRate = 1e-3 }: {
    change?: (found: LossValue, embeddings: tf.Tensor2D) => LossValue;
    learningRate?: number;
  },
): Promise<string> {
  const backbone = findBackbone("tiny");
  const model = createEmbeddingModel({ backbone, imageSize: small, embeddingSize: 16, seed: 4 });
  const groups = parameterGroups(model.parameters, { backboneRate: 1 });
  const optimizer = createOptimizer("adamw", groups, { weightDecay: 0.01 });
  const context = { parameters: model.parameters, embeddingSize: 16, classes: batch };
  const triplet = createLoss("triplet", { distance: "cosine", margin: 0.2 }, context);
  const objective = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) =>
    change(triplet.apply(embeddings, labels, null), embeddings);
  const images = tf.tensor4d(pixels, [batch, small, small, 3]);
  const ofImages = tf.tensor1d(labels, "int32");
  const step = { model, optimizer, objective, learningRate };
  const { summary, spread, faults } = trainStep(step, images, ofImages);
  const [loss] = await summary.data();
  const [gradient, parameter] = await faults.data();
  const found = { loss: loss!, faults: [gradient!, parameter!] as const };
  const place = { step: 6, images: [4, 2, 0, 1] };
  tf.dispose([images, ofImages, summary, spread, faults]);
  try {
    requireFiniteStep(found, place, optimizer, (image) => `${image}.png`);
    return "finite";
  } catch (error) {
    assert.equal((error as Error).name, "UserError");
    return (error as Error).message;
  } finally {
    optimizer.dispose();
    model.parameters.dispose();
  }
}

for (const name of ["webgpu", "wasm", "cpu"] as const) {
  Deno.test({
    ...needs({ read: true }),
    name: `what is not finite in a step's loss, gradient or weights is named (${name})`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const { check } = await openBackend(name);
      const before = tf.memory().numTensors;
      const said = (where: string) =>
        new RegExp(
          `^stopped at step 7: NaN or infinity in ${where}; its images were "4\\.png", "2\\.png", ` +
            `"0\\.png" and 1 more, all in the run's stopped\\.json; the last checkpoint before it is kept`,
        );
      const pixels = draw(0, small);
      pixels[5] = NaN;
      // Where ReLU makes 0 of it, the loss alone would not tell.
      const everywhere = said("(the loss, )?the gradient of stem\\.conv\\.weight");
      assert.match(await poisonedStep(pixels, {}), everywhere);
      const ofLoss = ({ loss, summary }: LossValue) => ({
        loss,
        summary: tf.div<tf.Tensor1D>(summary, 0),
      });
      assert.match(await poisonedStep(draw(0, small), { change: ofLoss }), said("the loss"));
      // The root of nought has no slope.
      const ofGradient = ({ loss, summary }: LossValue, embeddings: tf.Tensor2D) => ({
        loss: tf.add<tf.Scalar>(loss, tf.sum(tf.sqrt(tf.mul(embeddings, 0)))),
        summary,
      });
      const inGradient = said("the gradient of [a-z0-9_.]+");
      assert.match(await poisonedStep(draw(0, small), { change: ofGradient }), inGradient);
      // Beyond single precision.
      const inWeights = said("the parameter [a-z0-9_.]+");
      assert.match(await poisonedStep(draw(0, small), { learningRate: 1e39 }), inWeights);
      check();
      assert.equal(tf.memory().numTensors, before);
    },
  });
}

Deno.test("where halves were not enough, single precision is named", needs({ read: true }), () => {
  const found = { loss: NaN, faults: [-1, -1] as const }, place = { step: 0, images: [0] };
  const stopped = (precision: "f32" | "f16") => () =>
    requireFiniteStep(found, place, { nameAt: String }, String, precision);
  assert.throws(stopped("f16"), /with a smaller learningRate, or with precision f32$/);
  assert.throws(stopped("f32"), /with a smaller learningRate$/);
});
