import type * as tf from "@tensorflow/tfjs";
import type { Mined } from "../../kernels/mining/mined.ts";
import { type PairMasks, pairMasks } from "../../kernels/mining/pair_masks.ts";
import type { DistanceName } from "../distances/distance_name.ts";
import { similarityMatrix, toDistances } from "../distances/distance_matrix.ts";

/** Other embeddings that a batch is compared with. */
export interface References {
  /** `[m, d]`, raw */
  readonly embeddings: tf.Tensor2D;
  /** `[m]` int32; a label below 0 marks an empty row */
  readonly labels: tf.Tensor1D;
  /** Row i of the batch is row `self` + i of these; m or more if the batch is not among them. */
  readonly self: number;
}

/** A batch of n embeddings as rows, compared with m columns: itself, or references. */
export interface Comparison {
  /** `[n, m]`, differentiable: see `similarityMatrix` */
  readonly similarities: tf.Tensor2D;
  /** `[n, m]`, differentiable */
  readonly distances: tf.Tensor2D;
  /** `[n]` int32, of the rows */
  readonly labels: tf.Tensor1D;
  /** `[m]` int32, of the columns */
  readonly others: tf.Tensor1D;
  /** Row i and column `self` + i are the same embedding. */
  readonly self: number;
  /** Every pair. */
  readonly all: PairMasks;
  /** The pairs or triplets that count; null if all do. */
  readonly mined: Mined | null;
}

/** What a loss computes from a comparison. */
export interface LossTerms {
  /** Differentiable. */
  readonly loss: tf.Scalar;
  /** How many terms are above 0. */
  readonly active: tf.Scalar;
  /** How many terms there are. */
  readonly valid: tf.Scalar;
}

/** Compares a batch with itself, or with references. */
export function compare(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  distance: DistanceName,
  { mined = null, references = { embeddings, labels, self: 0 } }: {
    mined?: Mined | null;
    references?: References;
  } = {},
): Comparison {
  const { labels: others, self } = references;
  const similarities = similarityMatrix(embeddings, references.embeddings, distance);
  return {
    similarities,
    distances: toDistances(similarities, distance),
    labels,
    others,
    self,
    all: pairMasks(labels, others, self),
    mined,
  };
}
