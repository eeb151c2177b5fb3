import type * as tf from "@tensorflow/tfjs";
import wgsl from "./pair_counts.wgsl" with { type: "text" };
import * as reference from "../reference/mining/pair_counts.ts";
import { registerOp } from "../runtime/register_op.ts";

const run = registerOp<"indices" | "others", Record<never, never>>({
  name: "FutagoPairCounts",
  inputs: ["indices", "others"],
  dtype: "float32",
  outputShape: ({ indices, others }) => [indices[0]!, others[0]!],
  passes: ({ indices: [n], others: [m] }) => [{
    source: [wgsl],
    threads: 64,
    workgroups: [Math.ceil(m! / 64), n!],
  }],
  reference: ({ indices, others }) =>
    reference.pairCounts(indices.values, indices.shape[1]!, others.values),
});

/**
 * Counts how often each pair is in a list.
 *
 * @param indices `[n, k]` int32: columns that row i is paired with; -1 is no column
 * @param others `[m]` int32: labels of the columns; a column with a label below 0 does not take part
 * @returns `[n, m]`
 */
export function pairCounts(indices: tf.Tensor2D, others: tf.Tensor1D): tf.Tensor2D {
  return run({ indices, others }, {}) as tf.Tensor2D;
}
