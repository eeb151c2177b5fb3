import * as tf from "@tensorflow/tfjs";
import { type BackendName, openBackend } from "../lib/backends/open_backend.ts";
import { createEmbeddingModel } from "../lib/model/embedding_model.ts";
import { findBackbone } from "../lib/model/find_backbone.ts";
import { createOptimiser } from "../lib/optimisers/create_optimiser.ts";
import { trainStep } from "../lib/training/train_step.ts";
import { createLoss } from "../lib/objectives/create_loss.ts";
import { countLaunches, type Launches } from "./count_launches.ts";
import { median } from "./median.ts";

/** What a training step costs, read back and all. */
export interface TrainingStepFigures {
  readonly backend: BackendName;
  /** Why this backend, or which adapter. */
  readonly reason: string;
  readonly backbone: string;
  readonly batch: number;
  readonly imageSize: number;
  /** Median of the steps after the first, which also compiles. */
  readonly secondsPerStep: number;
  readonly imagesPerSecond: number;
  /** What a step starts on the device; null where the backend is not WebGPU. */
  readonly launchesPerStep: Launches | null;
}

/**
 * Measures training steps on images at random, four an identity: forward, loss over all triplets,
 * backward, AdamW.
 *
 * @param options.steps how many steps to take after the first
 * @param options.backbone `tiny` unless told otherwise
 * @param options.batch 32 unless told otherwise
 * @param options.imageSize the backbone's own unless told otherwise
 */
export async function benchTrainingStep(options: {
  backend: BackendName;
  steps: number;
  backbone?: string;
  batch?: number;
  imageSize?: number;
}): Promise<TrainingStepFigures> {
  const { name, reason, check } = await openBackend(options.backend);
  const { steps, batch = 32 } = options;
  const backbone = findBackbone(options.backbone ?? "tiny");
  const { imageSize = backbone.imageSize } = options;
  const model = createEmbeddingModel({ backbone, imageSize, embeddingSize: 128, seed: 0 });
  const optimiser = createOptimiser("adamw", [{
    parameters: model.parameters.trainable(),
    rate: 1,
  }], {
    weightDecay: 0.05,
  });
  const { parameters } = model;
  const context = { parameters, embeddingSize: 128, classes: 8 };
  const loss = createLoss("triplet", { distance: "cosine", margin: 0.2 }, context);
  const images = tf.randomNormal([batch, imageSize, imageSize, 3], 0, 1, "float32", 1);
  const labels = tf.tensor1d(Int32Array.from({ length: batch }, (_, i) => i / 4), "int32");
  const objective = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) =>
    loss.apply(embeddings, labels, null);
  const settings = { model, optimiser, objective, learningRate: 1e-3 };
  const step = async () => {
    const { summary, faults } = trainStep(settings, images as tf.Tensor4D, labels);
    await summary.data();
    check();
    tf.dispose([summary, faults]);
  };
  const launchesPerStep = await countLaunches(step);
  const seconds: number[] = [];
  while (seconds.length < steps) {
    const start = performance.now();
    await step();
    seconds.push((performance.now() - start) / 1000);
  }
  tf.dispose([images, labels]);
  optimiser.dispose();
  model.parameters.dispose();
  const secondsPerStep = median(seconds);
  return {
    backend: name,
    reason,
    backbone: backbone.name,
    batch,
    imageSize,
    secondsPerStep,
    imagesPerSecond: batch / secondsPerStep,
    launchesPerStep,
  };
}
