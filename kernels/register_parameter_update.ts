import type * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { registerOp } from "./register_op.ts";
import { replaceKernel } from "./wasm/replace_kernel.ts";

const threads = 256;
/** Enough to keep any device busy; beyond them, threads go on in strides. */
const mostWorkgroups = 1024;

/**
 * A step over all parameters end to end, on the processor.
 *
 * @param state `[rows * p]`, row by row, with the parameters' values in the first
 * @param gradient `[p]`
 * @param decays `[p]`, 1 where weight decay applies, else 0
 * @param next the next state, to be written
 */
type ReferenceUpdate<Step> = (
  inputs: { state: Float32Array; gradient: Float32Array; decays: Float32Array },
  step: Step,
  next: Float32Array,
) => void;

/** The same on tensors, in one launch: from state, gradient and decays to the next state. */
export type ParameterUpdate<Step> = (
  state: tf.Tensor1D,
  gradient: tf.Tensor1D,
  decays: tf.Tensor1D,
  step: Step,
) => tf.Tensor1D;

/**
 * Registers an update of parameters with TensorFlow.js, under a name of its own.
 *
 * @param wgsl with `state`, `gradient`, `decays`, and the step's numbers as uniforms
 */
export function registerParameterUpdate<Step extends { readonly [Key in keyof Step]: number }>(
  name: string,
  wgsl: string,
  reference: ReferenceUpdate<Step>,
): ParameterUpdate<Step> {
  const run = registerOp<"state" | "gradient" | "decays", Step>({
    name,
    inputs: ["state", "gradient", "decays"],
    dtype: "float32",
    outputShape: ({ state }) => state,
    passes: ({ gradient }, step) => [{
      source: [wgsl],
      uniforms: step,
      threads,
      workgroups: [Math.min(Math.ceil(gradient[0]! / threads), mostWorkgroups), 1],
    }],
    reference({ state, gradient, decays }, step) {
      const next = new Float32Array(state.values.length);
      const [a, b, c] = [state, gradient, decays].map(({ values }) => values as Float32Array);
      reference({ state: a!, gradient: b!, decays: c! }, step, next);
      return next;
    },
  });
  // On WebAssembly's memory itself: copies in and out take longer than the update.
  replaceKernel(name, ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const output = wasm.makeOutput(inputs.state!.shape, "float32");
    const view = (tensor: tf.TensorInfo) => wasm.typedArrayFromHeap(tensor) as Float32Array;
    const [state, gradient, decays] = ["state", "gradient", "decays"].map((input) =>
      view(inputs[input]!)
    );
    const values = { state: state!, gradient: gradient!, decays: decays! };
    reference(values, attrs as unknown as Step, view(output));
    return output;
  });
  return (state, gradient, decays, step) => run({ state, gradient, decays }, step) as tf.Tensor1D;
}
