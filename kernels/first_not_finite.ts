import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import wgsl from "./first_not_finite.wgsl" with { type: "text" };
import isFinite from "./is_finite.wgsl" with { type: "text" };
import * as reference from "./reference/first_not_finite.ts";
import { registerOp } from "./register_op.ts";
import { replaceKernel } from "./wasm/replace_kernel.ts";

const name = "FutagoFirstNotFinite";
const THREADS = 256;
const WORKGROUPS = 64;

const run = registerOp<"values", Record<never, never>>({
  name,
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
    new Int32Array(1 + WORKGROUPS).fill(reference.firstNotFinite(values.values)),
});

// On WebAssembly's memory itself: a copy out takes longer than the walk.
replaceKernel(name, ({ inputs, backend }) => {
  const wasm = backend as BackendWasm;
  const output = wasm.makeOutput([1 + WORKGROUPS], "int32");
  const place = reference.firstNotFinite(wasm.typedArrayFromHeap(inputs.values!) as Float32Array);
  wasm.typedArrayFromHeap(output).fill(place);
  return output;
});

/**
 * Finds the first number that is NaN or infinite, in one walk over all of them.
 *
 * @param values `[n]`
 * @returns `[1]` int32: its place, -1 where there is none
 */
export function firstNotFinite(values: tf.Tensor1D): tf.Tensor1D {
  return tf.tidy(() => tf.slice(run({ values }, {}) as tf.Tensor1D, [0], [1]));
}
