import * as tf from "@tensorflow/tfjs";
import type { ComputePrecision } from "../../kernels/webgpu/matmul/compute_precision.ts";
import { type BackendName, openBackend } from "../../lib/backends/open_backend.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import { createEmbeddingModel } from "../../lib/model/embedding_model.ts";
import { findBackbone } from "../../lib/model/backbones/registry.ts";
import { createLoss } from "../../lib/losses/registry.ts";
import { createOptimizer } from "../../lib/optimizers/registry.ts";
import { trainStep } from "../../lib/training/loop/train_step.ts";

/** Which training step to take. */
export interface StepOptions {
  readonly backend: BackendName;
  /** `tiny` by default. */
  readonly backbone?: string;
  /** 32 by default. */
  readonly batch?: number;
  /** The backbone's own by default. */
  readonly imageSize?: number;
  /** The recipe's by default. */
  readonly embeddingSize?: number;
  /** Of convolutions; float32 by default. */
  readonly precision?: ComputePrecision;
}

/** Settings of all measured steps. */
export const recipe = { embeddingSize: 128, margin: 0.2, learningRate: 1e-3, weightDecay: 0.05 };

/** A training step that is ready to be taken. */
export interface PreparedStep {
  readonly backend: BackendName;
  /** Why this backend, or which adapter. */
  readonly reason: string;
  readonly backbone: string;
  readonly batch: number;
  readonly imageSize: number;
  readonly precision: ComputePrecision;
  /** How many values are trained. */
  readonly parameters: number;
  /** Takes a step and reads its loss back. */
  step(): Promise<void>;
  dispose(): void;
}

/**
 * Prepares a training step on images at random, four an identity: forward, loss over all triplets,
 * backward, AdamW.
 */
export async function prepareStep(options: StepOptions): Promise<PreparedStep> {
  const { name, reason, check } = await openBackend(options.backend);
  const { batch = 32, precision = "f32", embeddingSize = recipe.embeddingSize } = options;
  const backbone = findBackbone(options.backbone ?? "tiny");
  const { imageSize = backbone.imageSize } = options;
  const { margin, learningRate, weightDecay } = recipe;
  const model = createEmbeddingModel({ backbone, imageSize, embeddingSize, seed: 0 });
  const { parameters } = model;
  const trained = parameters.trainable();
  const optimizer = createOptimizer("adamw", [{ parameters: trained, rate: 1 }], { weightDecay });
  const context = { parameters, embeddingSize, classes: batch / 4 };
  const loss = createLoss("triplet", { distance: "cosine", margin }, context);
  const images = tf.randomNormal([batch, imageSize, imageSize, 3], 0, 1, "float32", 1);
  const labels = tf.tensor1d(Int32Array.from({ length: batch }, (_, i) => i / 4), "int32");
  const objective = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) =>
    loss.apply(embeddings, labels, null);
  const settings = { model, optimizer, objective, learningRate, precision };
  return {
    backend: name,
    reason: formatMessage(reason),
    backbone: backbone.name,
    batch,
    imageSize,
    precision,
    parameters: trained.reduce((sum, { value }) => sum + value.size, 0),
    async step() {
      const { summary, spread, faults } = trainStep(settings, images as tf.Tensor4D, labels);
      await summary.data();
      check();
      tf.dispose([summary, spread, faults]);
    },
    dispose() {
      tf.dispose([images, labels]);
      optimizer.dispose();
      parameters.dispose();
    },
  };
}
