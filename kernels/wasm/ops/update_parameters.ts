import type * as tf from "@tensorflow/tfjs";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** Parameters of an item. */
const parametersPerItem = 8192;

/**
 * Runs the kernel `momentUpdate` or `scheduleFreeUpdate`, see `assembly/`.
 *
 * @param numbers the fields of a step, four groups each
 * @returns the next state
 */
export function updateParameters(
  program: WasmProgram,
  kernel: string,
  { state, gradient, groups }: Record<"state" | "gradient" | "groups", tf.TensorInfo>,
  numbers: readonly number[],
): tf.TensorInfo {
  const next = program.output(state.shape);
  const count = gradient.shape[0]!;
  program.run(kernel, [
    program.address(state),
    program.address(gradient),
    program.address(groups),
    program.table([...new Int32Array(Float32Array.from(numbers).buffer)]),
    state.shape[0]! / count,
    count,
    program.address(next),
    parametersPerItem,
  ], Math.ceil(count / parametersPerItem));
  return next;
}
