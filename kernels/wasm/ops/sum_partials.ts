import type * as tf from "@tensorflow/tfjs";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** Columns of an item. */
export const columnBlock = 64;

/**
 * Adds up partial sums.
 *
 * @param partials `[parts, columns]`
 * @param to `[columns]`
 */
export function sumPartials(
  program: WasmProgram,
  partials: tf.TensorInfo,
  to: tf.TensorInfo,
): void {
  const [count, columns] = partials.shape as [number, number];
  program.run(
    "sumPartials",
    [program.address(partials), count, columns, program.address(to), columnBlock],
    Math.ceil(columns / columnBlock),
  );
}
