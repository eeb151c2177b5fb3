import type * as tf from "@tensorflow/tfjs";
import type { WasmProgram } from "../runtime/wasm_program.ts";
import { rowsPerItem } from "./rows_per_item.ts";

/** Divides every row of `[n, d]` by its length, as the reference does to the bit. */
export function l2Normalize(program: WasmProgram, rows: tf.TensorInfo): tf.TensorInfo {
  const [n, d] = rows.shape as [number, number];
  const itemRows = rowsPerItem(d);
  const unit = program.output(rows.shape);
  program.run(
    "l2Normalize",
    [program.address(rows), n, d, itemRows, program.address(unit)],
    Math.ceil(n / itemRows),
  );
  return unit;
}
