// Runs inside Dawn's null backend, which compiles shaders and computes nothing: evaluates and differentiates
// all backbones in both precisions, takes steps of all optimizers, differentiates all losses behind all
// miners, and runs the kernel checks. Prints how many different shaders that took.
import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { allChecks } from "../../../kernels/checks/all_checks.ts";
import { toTensors } from "../../../kernels/checks/kernel_check.ts";
import { isFor } from "../../../kernels/checks/run_checks.ts";
import { withComputePrecision } from "../../../kernels/webgpu/matmul/compute_precision.ts";
import { distanceNames } from "../../../lib/distances/distance_name.ts";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { losses } from "../../../lib/losses/registry.ts";
import type { LossDefinition } from "../../../lib/losses/loss_definition.ts";
import { miners } from "../../../lib/miners/registry.ts";
import type { Backbone } from "../../../lib/model/backbones/backbone.ts";
import { backbones, findBackbone } from "../../../lib/model/backbones/registry.ts";
import { createEmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { type InitialValues, Parameters } from "../../../lib/model/layers/parameters.ts";
import { createOptimizer, type OptimizerName } from "../../../lib/optimizers/registry.ts";
import { optimizerNames } from "../../../lib/optimizers/registry.ts";
import { createObjective, type Objective } from "../../../lib/training/loop/create_objective.ts";
import type { ObjectiveSettings } from "../../../lib/training/settings/groups/objective.ts";
import { trainStep } from "../../../lib/training/loop/train_step.ts";

const shaders = new Set<string>();
const { createShaderModule } = GPUDevice.prototype;
GPUDevice.prototype.createShaderModule = function (shader) {
  shaders.add(shader.code);
  return createShaderModule.call(this, shader);
};

const embeddingSize = 16, classes = 4;
const labelsOfBatch = [0, 0, 1, 1, 2, 2, 3, 3];
const triplets: ObjectiveSettings = {
  loss: "triplet",
  miner: "all",
  distance: "cosine",
  margin: null,
  lossOptions: {},
  minerOptions: {},
};

for (const backbone of backbones) await onDevice(() => useBackbone(backbone));
await onDevice(() => {
  for (const name of optimizerNames) takeSteps(name);
  for (const settings of objectives()) learn(settings);
  const device = { name: "webgpu", float16: true } as const;
  for (const { inputs, run } of allChecks.filter((check) => isFor(check, device))) {
    tf.tidy(() => void run(toTensors(inputs())));
  }
});
const float16 = [...shaders].filter((code) => code.includes("enable f16;"));
console.log(JSON.stringify({ all: shaders.size, float16: float16.length }));

/** Runs `body` on a device of its own: the null backend's have 512 MiB, and pools do not shrink. */
async function onDevice(body: () => void): Promise<void> {
  const { check, float16 } = await openBackend("webgpu");
  if (!float16) throw new Error("this adapter compiles no float16");
  body();
  // Errors of work are told no later than its results.
  await tf.tidy(() => tf.zeros([1])).data();
  check();
  const { device } = tf.backend() as WebGPUBackend;
  device.destroy();
  await device.lost;
}

/** Evaluates a backbone, and computes its gradients in each precision. */
function useBackbone(backbone: Backbone): void {
  const dropPath = { rate: backbone.supportsDropPath ? 0.2 : 0, seed: () => 1 };
  const given: InitialValues = ({ shape }) => new Float32Array(tf.util.sizeFromShape([...shape]));
  const options = { backbone, imageSize: 32, embeddingSize, seed: 4, dropPath, given };
  const model = createEmbeddingModel(options);
  const { images, labels } = batchOf(32);
  tf.tidy(() => void model.apply(images, false));
  for (const precision of ["f32", "f16"] as const) {
    for (const variables of parts(model.parameters.trainable().map(({ value }) => value))) {
      withComputePrecision(
        precision,
        () =>
          tf.tidy(() => void tf.variableGrads(() => tf.mean(model.apply(images, true)), variables)),
      );
    }
  }
  tf.dispose([images, labels]);
  model.parameters.dispose();
}

/** Variables in parts whose gradients fit into the device's memory. */
function parts(variables: tf.Variable[]): tf.Variable[][] {
  const all: tf.Variable[][] = [[]];
  let size = 0;
  for (const variable of variables) {
    size += variable.size;
    if (size > 2 ** 24) {
      all.push([]);
      size = variable.size;
    }
    all.at(-1)!.push(variable);
  }
  return all;
}

/** Trains the smallest backbone, with all that an optimizer can do. */
function takeSteps(name: OptimizerName): void {
  const model = createEmbeddingModel({
    backbone: findBackbone("tiny"),
    imageSize: 16,
    embeddingSize,
    seed: 4,
  });
  const { parameters } = model;
  const options = { weightDecay: 0.01, clip: 1, accumulate: 2 };
  const optimizer = createOptimizer(
    name,
    [{ parameters: parameters.trainable(), rate: 1 }],
    options,
  );
  const create = createObjective(triplets, { parameters, embeddingSize, classes });
  const objective = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) =>
    create(embeddings, labels, { mined: false, step: 0 });
  const { images, labels } = batchOf(16);
  for (let step = 0; step < 2; step++) {
    const result = trainStep({ model, optimizer, objective, learningRate: 0.1 }, images, labels);
    tf.dispose([result.summary, result.spread, result.faults]);
  }
  optimizer.evalMode();
  tf.dispose([images, labels]);
  optimizer.dispose();
  parameters.dispose();
}

function batchOf(side: number): { images: tf.Tensor4D; labels: tf.Tensor1D } {
  const images = tf.zeros([labelsOfBatch.length, side, side, 3]) as tf.Tensor4D;
  return { images, labels: tf.tensor1d(labelsOfBatch, "int32") };
}

/** Every loss behind every miner, with every distance, whether they go together or not. */
function objectives(): ObjectiveSettings[] {
  return losses.flatMap((loss) =>
    variantsOf(loss).flatMap((lossOptions) =>
      miners.flatMap(({ name: miner }) =>
        distanceNames.map((distance) => ({
          ...triplets,
          loss: loss.name,
          miner,
          distance,
          lossOptions,
        }))
      )
    )
  );
}

/** Differentiates a loss behind a miner, if they go together. */
function learn(settings: ObjectiveSettings): void {
  const parameters = new Parameters(1);
  let objective: Objective;
  try {
    objective = createObjective(settings, { parameters, embeddingSize, classes });
  } catch (error) {
    if (error instanceof UserError) return;
    throw error;
  }
  tf.tidy(() => {
    const embeddings = tf.variable(tf.zeros([labelsOfBatch.length, embeddingSize]));
    const labels = tf.tensor1d(labelsOfBatch, "int32");
    tf.variableGrads(
      () => objective(embeddings as unknown as tf.Tensor2D, labels, { mined: true, step: 0 }).loss,
      [embeddings, ...parameters.trainable().map(({ value }) => value)],
    );
    embeddings.dispose();
  });
  parameters.dispose();
}

/** Every setting of the options that are on or off, and a memory where there can be one. */
function variantsOf({ options, parse }: LossDefinition): Record<string, boolean | number>[] {
  const switches = Object.entries(parse({})).filter(([, value]) => typeof value === "boolean");
  const settings = switches.reduce<Record<string, boolean | number>[]>(
    (all, [name]) => all.flatMap((one) => [{ ...one, [name]: false }, { ...one, [name]: true }]),
    [{}],
  );
  return "memory" in options ? [...settings, { memory: 16 }] : settings;
}
