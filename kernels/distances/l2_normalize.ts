import * as tf from "@tensorflow/tfjs";
import * as reference from "../reference/distances/l2_normalize.ts";
import { foldWorkgroups } from "../runtime/run_passes.ts";
import { registerOp } from "../runtime/register_op.ts";
import { toRows } from "./to_rows.ts";
import wgsl from "./l2_normalize.wgsl" with { type: "text" };
import gradientWgsl from "./l2_normalize_gradient.wgsl" with { type: "text" };
import * as onWasm from "../wasm/ops/l2_normalize.ts";
import workgroupSum from "../runtime/workgroup_sum.wgsl" with { type: "text" };

const THREADS = 64;

const run = registerOp<"rows", Record<never, never>>({
  name: "FutagoL2Normalize",
  inputs: ["rows"],
  dtype: "float32",
  outputShape: ({ rows }) => rows,
  passes: ({ rows }) => [{
    source: [workgroupSum, wgsl],
    threads: THREADS,
    workgroups: foldWorkgroups(rows[0]!),
  }],
  reference: ({ rows }) => reference.l2Normalize(toRows(rows)),
  wasm: (program, { rows }) => onWasm.l2Normalize(program, rows),
});

const runGradient = registerOp<"rows" | "upstream", Record<never, never>>({
  name: "FutagoL2NormalizeGradient",
  inputs: ["rows", "upstream"],
  dtype: "float32",
  outputShape: ({ rows }) => rows,
  passes: ({ rows }) => [{
    source: [workgroupSum, gradientWgsl],
    threads: THREADS,
    workgroups: foldWorkgroups(rows[0]!),
  }],
  reference: ({ rows, upstream }) =>
    reference.l2NormalizeGradient(toRows(rows), upstream.values as Float32Array),
});

/**
 * Divides every row by its Euclidean length, with a gradient. A row shorter than 1e-12 is divided by
 * 1e-12, as PyTorch's `normalize` does, and has the gradient 0.
 *
 * @param rows `[n, d]`
 * @returns `[n, d]`
 */
export function l2Normalize(rows: tf.Tensor2D): tf.Tensor2D {
  return tf.customGrad((rows, save) => {
    (save as tf.GradSaveFunc)([rows as tf.Tensor]);
    return {
      value: run({ rows: rows as tf.Tensor }, {}),
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) =>
        runGradient({ rows: saved[0]!, upstream }, {}),
    };
  })(rows) as tf.Tensor2D;
}
