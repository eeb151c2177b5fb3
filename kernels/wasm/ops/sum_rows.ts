import type * as tf from "@tensorflow/tfjs";
import { rowsPerItem } from "./rows_per_item.ts";
import { sumPartials } from "./sum_partials.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * Sums a matrix over its rows.
 *
 * @param x `[rows, columns]`
 * @returns `[columns]`
 */
export function sumRows(program: WasmProgram, x: tf.TensorInfo): tf.TensorInfo {
  const [rows, columns] = x.shape as [number, number];
  const itemRows = rowsPerItem(columns);
  const items = Math.ceil(rows / itemRows);
  const shares = program.output([items, columns]), sum = program.output([columns]);
  program.run(
    "sumRows",
    [program.address(x), rows, columns, itemRows, program.address(shares)],
    items,
  );
  sumPartials(program, shares, sum);
  program.dispose(shares);
  return sum;
}
