import * as tf from "@tensorflow/tfjs";
import isFinite from "../runtime/is_finite.wgsl" with { type: "text" };
import * as reference from "../reference/mining/select_columns.ts";
import { registerOp } from "../runtime/register_op.ts";
import wgsl from "./select_columns.wgsl" with { type: "text" };

const CODES = { EASY: 0, HARD: 1, SEMI_HARD: 2 };

const run = registerOp<"distances" | "labels" | "others", reference.SelectColumnsOptions>({
  name: "FutagoSelectColumns",
  inputs: ["distances", "labels", "others"],
  dtype: "int32",
  outputShape: ({ labels }) => [2, labels[0]!],
  passes: ({ labels }, { positive, negative, self }) => [{
    source: [isFinite, wgsl],
    constants: { ...CODES, POSITIVE: codeOf(positive), NEGATIVE: codeOf(negative) },
    uniforms: { offset: self },
    threads: 64,
    workgroups: [Math.ceil(labels[0]! / 64), 1],
  }],
  reference: ({ distances, labels, others }, options) =>
    reference.selectColumns(distances.values, labels.values, others.values, options),
});

function codeOf(hardness: reference.Hardness): number {
  return CODES[hardness.toUpperCase().replace("-", "_") as keyof typeof CODES];
}

/**
 * Selects one positive and one negative for each row. Of equal distances the lowest index wins; distances
 * that are not finite and columns with a label below 0 do not take part. Indices have no gradient.
 *
 * @param inputs `distances` `[n, m]`, `labels` `[n]` and `others` `[m]` int32
 * @returns `[n]` int32 each, -1 where there is none
 */
export function selectColumns(
  inputs: { distances: tf.Tensor2D; labels: tf.Tensor1D; others: tf.Tensor1D },
  options: reference.SelectColumnsOptions,
): { positives: tf.Tensor1D; negatives: tf.Tensor1D } {
  return tf.tidy(() => {
    const [positives, negatives] = tf.unstack(run(inputs, options));
    return { positives, negatives } as { positives: tf.Tensor1D; negatives: tf.Tensor1D };
  });
}
