import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../../runtime/replace_kernel.ts";
import { rowsPerItem } from "./rows_per_item.ts";
import { sumPartials } from "./sum_partials.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** Registers a faster sum over all axes but the last on TensorFlow.js's WebAssembly backend. */
export function registerSum(program: WasmProgram): void {
  replaceKernel("wasm", tf.Sum, (call) => {
    const x = call.inputs.x as tf.Tensor;
    const { axis, keepDims } = call.attrs as unknown as { axis: number[]; keepDims: boolean };
    const axes = tf.util.parseAxisParam(axis, x.shape);
    const leading = x.rank > 1 && axes.length === x.rank - 1 && !axes.includes(x.rank - 1);
    const columns = x.shape[x.rank - 1]!;
    if (!leading || keepDims || x.dtype !== "float32" || columns === 0) return null;
    return sumRows(program, { ...x, shape: [x.size / columns, columns] });
  });
}

/**
 * Sums a matrix over its rows.
 *
 * @param x `[rows, columns]`
 * @returns `[columns]`
 */
function sumRows(program: WasmProgram, x: tf.TensorInfo): tf.TensorInfo {
  const [rows, columns] = x.shape as [number, number];
  const itemRows = rowsPerItem(columns);
  const items = Math.ceil(rows / itemRows);
  const partials = program.output([items, columns]), sum = program.output([columns]);
  program.run(
    "sumRows",
    [program.address(x), rows, columns, itemRows, program.address(partials)],
    items,
  );
  sumPartials(program, partials, sum);
  program.dispose(partials);
  return sum;
}
