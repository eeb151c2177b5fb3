import type * as tf from "@tensorflow/tfjs";
import wgsl from "./lerp.wgsl" with { type: "text" };
import * as reference from "../reference/layers/lerp.ts";
import { registerOp } from "../runtime/register_op.ts";

const threads = 64;

const run = registerOp<"origin" | "goal", reference.LerpOptions>({
  name: "FutagoLerp",
  inputs: ["origin", "goal"],
  dtype: "float32",
  outputShape: ({ origin }) => origin,
  passes: ({ origin }, { row, factor, weight }) => [{
    source: [wgsl],
    constants: { ROW: row },
    uniforms: { factor, weight },
    threads,
    workgroups: [Math.ceil(origin[0]! / threads), 1],
  }],
  reference: ({ origin, goal }, move) => reference.lerp(origin.values, goal.values, move),
});

/**
 * Linear interpolation from values towards a row of others, in one launch: the update of running
 * statistics. It has no gradient.
 *
 * @param from `[length]`
 * @param target `[rows, length]`, or `[length]` for a single row
 * @returns `[length]`
 */
export function lerp(
  from: tf.Tensor1D,
  target: tf.Tensor,
  move: reference.LerpOptions,
): tf.Tensor1D {
  return run({ origin: from, goal: target }, move) as tf.Tensor1D;
}
