import * as tf from "@tensorflow/tfjs";
import wgsl from "./first_non_finite.wgsl" with { type: "text" };
import isFinite from "../runtime/is_finite.wgsl" with { type: "text" };
import * as reference from "../reference/finite/first_non_finite.ts";
import { registerOp } from "../runtime/register_op.ts";

const THREADS = 256;
const WORKGROUPS = 64;

const run = registerOp<"values", Record<never, never>>({
  name: "FutagoFirstNonFinite",
  inputs: ["values"],
  dtype: "int32",
  outputShape: () => [1 + WORKGROUPS],
  passes: () =>
    [0, 1].map((gather) => ({
      source: [isFinite, wgsl],
      constants: { WORKGROUPS, GATHER: gather },
      threads: THREADS,
      workgroups: [gather ? 1 : WORKGROUPS, 1],
    })),
  reference: ({ values }) =>
    new Int32Array(1 + WORKGROUPS).fill(reference.firstNonFinite(values.values)),
  wasm(program, { values }) {
    const output = program.output([1 + WORKGROUPS], "int32");
    const count = values.shape[0]!;
    const itemCount = 4 * Math.ceil(count / WORKGROUPS / 4);
    const positions = program.address(output) + 4;
    program.run("firstNonFinite", [
      program.address(values),
      count,
      itemCount,
      positions,
    ], WORKGROUPS);
    const found = program.numbers(output);
    found[0] = found.subarray(1).find((position) => position >= 0) ?? -1;
    return output;
  },
});

/**
 * Finds the first value that is NaN or infinite, in one pass over all values.
 *
 * @param values `[n]`
 * @returns `[1]` int32: its index, -1 if there is none
 */
export function firstNonFinite(values: tf.Tensor1D): tf.Tensor1D {
  return tf.tidy(() => tf.slice(run({ values }, {}) as tf.Tensor1D, [0], [1]));
}
