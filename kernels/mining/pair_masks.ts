import * as tf from "@tensorflow/tfjs";
import wgsl from "./pair_masks.wgsl" with { type: "text" };
import * as reference from "../reference/mining/pair_masks.ts";
import { registerOp } from "../runtime/register_op.ts";

const run = registerOp<"labels" | "others", { self: number }>({
  name: "FutagoPairMasks",
  inputs: ["labels", "others"],
  dtype: "float32",
  outputShape: ({ labels, others }) => [2, labels[0]!, others[0]!],
  passes: ({ labels: [n], others: [m] }, { self }) => [{
    source: [wgsl],
    uniforms: { offset: self },
    threads: 64,
    workgroups: [Math.ceil(m! / 64), n!],
  }],
  reference: ({ labels, others }, { self }) =>
    reference.pairMasks(labels.values, others.values, self),
});

/** Masks of the pairs of a row and a column with one label, and with two: 1 there, else 0. */
export interface PairMasks {
  /** `[n, m]` */
  readonly positives: tf.Tensor2D;
  /** `[n, m]` */
  readonly negatives: tf.Tensor2D;
}

/**
 * Finds the pairs of one label and the pairs of two. Columns with a label below 0 do not take part.
 *
 * @param labels `[n]` int32, of the rows
 * @param others `[m]` int32, of the columns
 * @param self row i and column `self` + i are the same, and no pair; `m` or more if no row is a column
 */
export function pairMasks(labels: tf.Tensor1D, others: tf.Tensor1D, self: number): PairMasks {
  return tf.tidy(() => {
    const [positives, negatives] = tf.unstack(run({ labels, others }, { self }));
    return { positives, negatives } as { positives: tf.Tensor2D; negatives: tf.Tensor2D };
  });
}
