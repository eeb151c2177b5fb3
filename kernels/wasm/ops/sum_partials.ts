import type * as tf from "@tensorflow/tfjs";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** Columns of shares that are an item. */
export const columnBlock = 64;

/**
 * Sums shares.
 *
 * @param shares `[shares, columns]`
 * @param to of as many numbers as there are columns
 */
export function sumPartials(program: WasmProgram, shares: tf.TensorInfo, to: tf.TensorInfo): void {
  const [count, columns] = shares.shape as [number, number];
  program.run(
    "sumPartials",
    [program.address(shares), count, columns, program.address(to), columnBlock],
    Math.ceil(columns / columnBlock),
  );
}
