import type * as tf from "@tensorflow/tfjs";
import wgsl from "./sample_negatives.wgsl" with { type: "text" };
import * as reference from "../reference/mining/sample_negatives.ts";
import { registerOp } from "../runtime/register_op.ts";

const run = registerOp<"weights" | "labels" | "others", reference.SampleNegativesOptions>({
  name: "FutagoSampleNegatives",
  inputs: ["weights", "labels", "others"],
  dtype: "int32",
  outputShape: ({ weights }) => weights,
  passes: ({ weights: [n, m] }, { seed, sample, self }) => [{
    source: [wgsl],
    uniforms: { seed, sample, offset: self },
    threads: 64,
    workgroups: [Math.ceil(m! / 64), n!],
  }],
  reference: ({ weights, labels, others }, options) =>
    reference.sampleNegatives(weights.values, labels.values, others.values, options),
});

/**
 * Samples a column for every positive pair, with probability proportional to its weight in the row. The
 * same seed and sample give the same columns, except where weights round differently.
 *
 * @param inputs `weights` `[n, m]`, 0 or more, 0 for columns that must not be sampled; `labels` `[n]` and
 * `others` `[m]` int32
 * @returns `[n, m]` int32: for a positive pair (i, j) the sampled column; -1 where there is none, and
 * for all other pairs
 */
export function sampleNegatives(
  inputs: { weights: tf.Tensor2D; labels: tf.Tensor1D; others: tf.Tensor1D },
  options: reference.SampleNegativesOptions,
): tf.Tensor2D {
  return run(inputs, options) as tf.Tensor2D;
}
