import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../../runtime/replace_kernel.ts";
import { sumRows } from "./sum_rows.ts";
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
