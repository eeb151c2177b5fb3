import type * as tf from "@tensorflow/tfjs";
import wgsl from "./move_towards.wgsl" with { type: "text" };
import * as reference from "./reference/move_towards.ts";
import { registerOp } from "./register_op.ts";

const threads = 64;

const run = registerOp<"origin" | "goal", reference.Move>({
  name: "FutagoMoveTowards",
  inputs: ["origin", "goal"],
  dtype: "float32",
  outputShape: ({ origin }) => origin,
  passes: ({ origin }, { row, factor, share }) => [{
    source: [wgsl],
    constants: { ROW: row },
    uniforms: { factor, share },
    threads,
    workgroups: [Math.ceil(origin[0]! / threads), 1],
  }],
  reference: ({ origin, goal }, move) => reference.moveTowards(origin.values, goal.values, move),
});

/**
 * Numbers moved towards a row of others, as running statistics are, in one launch. No gradient
 * is defined.
 *
 * @param from `[length]`
 * @param target `[rows, length]`, or `[length]` for a single row
 * @returns `[length]`
 */
export function moveTowards(
  from: tf.Tensor1D,
  target: tf.Tensor,
  move: reference.Move,
): tf.Tensor1D {
  return run({ origin: from, goal: target }, move) as tf.Tensor1D;
}
