import type * as tf from "@tensorflow/tfjs";
import { type SectionUpdate, updateGroups } from "../reference/optimizers/update_groups.ts";
import { registerOp } from "../runtime/register_op.ts";
import type { Vec4 } from "../runtime/run_passes.ts";
import { updateParameters } from "../wasm/ops/update_parameters.ts";

const threads = 256;
/** Enough to keep any device busy; each thread then takes several parameters. */
const maxWorkgroups = 1024;

/**
 * One step of all parameters, concatenated, in one launch.
 *
 * @param state `[rows * p]`, row by row, with the parameters' values in the first
 * @param gradient `[p]`
 * @param groups `[p]` int32, the group of each, whose step applies to it
 * @param steps of each group, at most four
 * @returns the next state
 */
export type ParameterUpdate<Step> = (
  state: tf.Tensor1D,
  gradient: tf.Tensor1D,
  groups: tf.Tensor1D,
  steps: readonly Step[],
) => tf.Tensor1D;

/**
 * Registers an update of parameters with TensorFlow.js, under a name.
 *
 * @param wgsl reads `state`, `gradient`, `groups`, and each field of a step as a uniform of four values,
 *   one per group
 * @param wasm the kernel on WebAssembly, and the order of a step's fields in it
 * @param reference the same on the processor
 */
export function registerParameterUpdate<Step extends { readonly [Key in keyof Step]: number }>(
  name: string,
  wgsl: string,
  { kernel, numbers }: { readonly kernel: string; readonly numbers: readonly (keyof Step)[] },
  reference: SectionUpdate<Step>,
): ParameterUpdate<Step> {
  const run = registerOp<"state" | "gradient" | "groups", { steps: readonly Step[] }>({
    name,
    inputs: ["state", "gradient", "groups"],
    dtype: "float32",
    outputShape: ({ state }) => state,
    passes: ({ gradient }, { steps }) => [{
      source: [wgsl],
      uniforms: byField(steps),
      threads,
      workgroups: [Math.min(Math.ceil(gradient[0]! / threads), maxWorkgroups), 1],
    }],
    reference({ state, gradient, groups }, { steps }) {
      const next = new Float32Array(state.values.length);
      const inputs = {
        state: state.values as Float32Array,
        gradient: gradient.values as Float32Array,
        groups: groups.values as Int32Array,
      };
      updateGroups(reference, inputs, steps, next);
      return next;
    },
    wasm: (program, inputs, { steps }) =>
      updateParameters(program, kernel, inputs, numbers.flatMap((name) => byField(steps)[name])),
  });
  return (state, gradient, groups, steps) => {
    if (steps.length > 4) throw new Error(`expected at most 4 groups, got ${steps.length}`);
    return run({ state, gradient, groups }, { steps }) as tf.Tensor1D;
  };
}

/** The values of each field, group by group; missing groups repeat the last. */
function byField<Step extends object>(steps: readonly Step[]): Record<keyof Step, Vec4> {
  const four = [0, 1, 2, 3].map((group) => steps[Math.min(group, steps.length - 1)]!);
  return Object.fromEntries(
    Object.keys(four[0]!).map((name) => [
      name,
      four.map((step) => step[name as keyof Step]) as unknown as Vec4,
    ]),
  ) as Record<keyof Step, Vec4>;
}
