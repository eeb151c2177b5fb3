import * as tf from "@tensorflow/tfjs";
import gradientWgsl from "./all_triplets_gradient.wgsl" with { type: "text" };
import summaryWgsl from "./all_triplets_summary.wgsl" with { type: "text" };
import weightsWgsl from "./all_triplets_weights.wgsl" with { type: "text" };
import { distanceConstants } from "../distances/distance_constants.ts";
import distanceGradient from "../distances/distance_gradient.wgsl" with { type: "text" };
import isFinite from "../runtime/is_finite.wgsl" with { type: "text" };
import { pairwiseDistances } from "../distances/pairwise_distances.ts";
import * as reference from "../reference/triplets/all_triplets.ts";
import type { Distance } from "../reference/distances/distance.ts";
import { tripletBand, type TripletSelection } from "../reference/triplets/triplet_band.ts";
import { registerOp } from "../runtime/register_op.ts";
import { toRows } from "../distances/to_rows.ts";
import workgroupSum from "../runtime/workgroup_sum.wgsl" with { type: "text" };

/** Which triplets count, and how. */
export interface AllTripletsOptions {
  /** By how much a negative is to be farther than a positive. */
  readonly margin: number;
  /** "cosine" needs rows of unit length. */
  readonly distance: Distance;
  /** Which triplets count. */
  readonly select: TripletSelection;
}

const runWeights = registerOp<"distances" | "labels", AllTripletsOptions>({
  name: "FutagoAllTripletsWeights",
  inputs: ["distances", "labels"],
  dtype: "int32",
  outputShape: ({ distances }) => distances,
  passes: ({ labels: [n] }, { margin, select }) => [{
    source: [weightsWgsl],
    uniforms: { ...tripletBand(select, margin), margin },
    threads: 64,
    workgroups: [Math.ceil(n! / 64), n!],
  }],
  reference: ({ distances, labels }, { margin, select }) =>
    reference.allTripletsWeights(distances.values, labels.values, margin, select),
});

const runSummary = registerOp<"distances" | "labels" | "weights", AllTripletsOptions>({
  name: "FutagoAllTripletsSummary",
  inputs: ["distances", "labels", "weights"],
  dtype: "float32",
  outputShape: () => [5],
  passes: (_, { margin }) => [{
    source: [isFinite, workgroupSum, summaryWgsl],
    uniforms: { margin },
    threads: 256,
    workgroups: [1, 1],
  }],
  reference: ({ distances, labels, weights }, { margin }) =>
    reference.allTripletsSummary(distances.values, labels.values, weights.values, margin),
});

const runGradient = registerOp<
  "rows" | "distances" | "weights" | "summary" | "upstream",
  AllTripletsOptions
>({
  name: "FutagoAllTripletsGradient",
  inputs: ["rows", "distances", "weights", "summary", "upstream"],
  dtype: "float32",
  outputShape: ({ rows }) => rows,
  passes: ({ rows: [n, d] }, { distance }) => [{
    source: [isFinite, distanceGradient, gradientWgsl],
    constants: distanceConstants(distance),
    threads: 64,
    workgroups: [Math.ceil(d! / 64), n!],
  }],
  reference: ({ rows, distances, weights, summary, upstream }, { distance }) =>
    reference.allTripletsGradient(
      toRows(rows),
      distances.values,
      weights.values,
      summary.values,
      upstream.values[0]!,
      distance,
    ),
});

/**
 * The triplet margin loss max(0, d(a, p) - d(a, n) + margin) over all triplets of a batch, averaged
 * over those where it is above 0, with a gradient. No list of triplets is made: distances and
 * weights take `[n, n]` each, in memory, and time grows with n^3.
 *
 * @param rows `[n, d]`
 * @param labels `[n]` int32
 * @returns `[5]`: loss, active, valid, mean positive and mean negative distance, as `tripletSummary`
 * reads it; only the loss has a gradient
 */
export function allTriplets(
  rows: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: AllTripletsOptions,
): tf.Tensor1D {
  return tf.customGrad((...args) => {
    const [rows, save] = args as [tf.Tensor2D, tf.GradSaveFunc];
    const distances = pairwiseDistances(rows, rows, options.distance);
    const weights = runWeights({ distances, labels }, options);
    const summary = runSummary({ distances, labels, weights }, options);
    save([rows, distances, weights, summary]);
    return {
      value: summary,
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => {
        const [rows, distances, weights, summary] = saved as [
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
        ];
        return runGradient({ rows, distances, weights, summary, upstream }, options);
      },
    };
  })(rows) as tf.Tensor1D;
}
