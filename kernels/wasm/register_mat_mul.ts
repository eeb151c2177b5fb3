import * as tf from "@tensorflow/tfjs";
import { type Factor, matMul, turnedMatMul } from "./mat_mul.ts";
import { replaceKernel } from "./replace_kernel.ts";
import type { WasmProgram } from "./wasm_program.ts";

/**
 * Registers the product of two matrices on TensorFlow.js's WebAssembly backend, either of them
 * transposed or none; stacks of matrices, and both transposed, stay with its own.
 */
export function registerMatMul(program: WasmProgram): void {
  replaceKernel(tf.BatchMatMul, (call, stock) => {
    const { a, b } = call.inputs as unknown as { a: tf.Tensor; b: tf.Tensor };
    const { transposeA, transposeB } = call.attrs as { transposeA: boolean; transposeB: boolean };
    const leading = a.shape.slice(0, -2);
    const single = [...leading, ...b.shape.slice(0, -2)].every((side) => side === 1);
    if (!single || (transposeA && transposeB)) return stock(call);
    const [left, right] = [factor(a), factor(b)];
    const rows = transposeA ? left.columns : left.rows;
    const output = program.output([...leading, rows, transposeB ? right.rows : right.columns]);
    if (transposeA) turnedMatMul(program, left, right, output);
    else matMul(program, left, { ...right, turned: transposeB }, output);
    return output;
  });
}

function factor(tensor: tf.TensorInfo): Factor {
  const [rows, columns] = tensor.shape.slice(-2) as [number, number];
  return { tensor, rows, columns };
}
