import * as tf from "@tensorflow/tfjs";
import { distanceConstants } from "./distances/distance_constants.ts";
import distanceGradient from "./distances/distance_gradient.wgsl" with { type: "text" };
import isFinite from "./runtime/is_finite.wgsl" with { type: "text" };
import isTriplet from "./is_triplet.wgsl" with { type: "text" };
import type { Distance } from "./reference/distances/distance.ts";
import * as reference from "./reference/triplet_margin.ts";
import { registerOp, type Values } from "./runtime/register_op.ts";
import { toRows } from "./distances/to_rows.ts";
import distancesWgsl from "./triplet_margin_distances.wgsl" with { type: "text" };
import gradientWgsl from "./triplet_margin_gradient.wgsl" with { type: "text" };
import summaryWgsl from "./triplet_margin_summary.wgsl" with { type: "text" };
import workgroupSum from "./runtime/workgroup_sum.wgsl" with { type: "text" };

/** Indices of rows, `[t]` int32 each. A triplet with -1 in it is none, and is passed over. */
export interface Triplets {
  readonly anchors: tf.Tensor1D;
  readonly positives: tf.Tensor1D;
  readonly negatives: tf.Tensor1D;
}

/** How listed triplets count. */
export interface TripletMarginOptions {
  /** By how much a negative is to be farther than a positive. */
  readonly margin: number;
  /** "cosine" wants rows of unit length. */
  readonly distance: Distance;
}

type Index = "anchors" | "positives" | "negatives";
const INDICES: Index[] = ["anchors", "positives", "negatives"];

const runDistances = registerOp<"rows" | Index, TripletMarginOptions>({
  name: "FutagoTripletMarginDistances",
  inputs: ["rows", ...INDICES],
  dtype: "float32",
  outputShape: ({ anchors }) => [2, anchors[0]!],
  passes: ({ anchors }, { distance }) => [{
    source: [isTriplet, distancesWgsl],
    constants: distanceConstants(distance),
    threads: 64,
    workgroups: [Math.ceil(anchors[0]! / 64), 2],
  }],
  reference: ({ rows, ...triplets }, { distance }) =>
    reference.tripletMarginDistances(toRows(rows), indices(triplets), distance),
});

const runSummary = registerOp<"distances" | Index, TripletMarginOptions>({
  name: "FutagoTripletMarginSummary",
  inputs: ["distances", ...INDICES],
  dtype: "float32",
  outputShape: () => [5],
  passes: (_, { margin }) => [{
    source: [isFinite, isTriplet, workgroupSum, summaryWgsl],
    uniforms: { margin },
    threads: 256,
    workgroups: [1, 1],
  }],
  reference: ({ distances, ...triplets }, { margin }) =>
    reference.tripletMarginSummary(distances.values, indices(triplets), margin),
});

const runGradient = registerOp<
  "rows" | Index | "distances" | "summary" | "upstream",
  TripletMarginOptions
>({
  name: "FutagoTripletMarginGradient",
  inputs: ["rows", ...INDICES, "distances", "summary", "upstream"],
  dtype: "float32",
  outputShape: ({ rows }) => rows,
  passes: ({ rows: [n, d] }, { margin, distance }) => [{
    source: [isFinite, isTriplet, distanceGradient, gradientWgsl],
    constants: distanceConstants(distance),
    uniforms: { margin },
    threads: 64,
    workgroups: [Math.ceil(d! / 64), n!],
  }],
  reference: ({ rows, distances, summary, upstream, ...triplets }, { margin, distance }) =>
    reference.tripletMarginGradient(
      toRows(rows),
      indices(triplets),
      distances.values,
      summary.values,
      upstream.values[0]!,
      margin,
      distance,
    ),
});

/**
 * The triplet margin loss max(0, d(a, p) - d(a, n) + margin) over listed triplets, averaged over
 * those where it is above 0, with a gradient. Memory grows with the number of triplets; an index
 * beyond the rows is the caller's mistake, and is not looked for.
 *
 * @param rows `[n, d]`
 * @returns `[5]`: loss, active, valid, mean positive and mean negative distance, as `tripletSummary`
 * reads it; only the loss has a gradient
 */
export function tripletMargin(
  rows: tf.Tensor2D,
  triplets: Triplets,
  options: TripletMarginOptions,
): tf.Tensor1D {
  return tf.customGrad((...args) => {
    const [rows, save] = args as [tf.Tensor2D, tf.GradSaveFunc];
    const { anchors, positives, negatives } = triplets;
    const distances = runDistances({ rows, anchors, positives, negatives }, options);
    const summary = runSummary({ distances, anchors, positives, negatives }, options);
    save([rows, anchors, positives, negatives, distances, summary]);
    return {
      value: summary,
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => {
        const [rows, anchors, positives, negatives, distances, summary] = saved as [
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
        ];
        return runGradient(
          { rows, anchors, positives, negatives, distances, summary, upstream },
          options,
        );
      },
    };
  })(rows) as tf.Tensor1D;
}

function indices(triplets: Record<Index, Values>): reference.TripletIndices {
  const { anchors, positives, negatives } = triplets;
  return { anchors: anchors.values, positives: positives.values, negatives: negatives.values };
}
