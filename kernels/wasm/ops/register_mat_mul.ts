import * as tf from "@tensorflow/tfjs";
import { matMul, type Matrix, transposedMatMul } from "./mat_mul.ts";
import { replaceKernel } from "../../runtime/replace_kernel.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * Registers the product of two float matrices on TensorFlow.js's WebAssembly backend, with at most one
 * of them transposed. Its own kernel computes stacks of matrices and both transposed, and refuses
 * integers and depths that differ.
 */
export function registerMatMul(program: WasmProgram): void {
  replaceKernel("wasm", tf.BatchMatMul, (call) => {
    const { a, b } = call.inputs as { a: tf.TensorInfo; b: tf.TensorInfo };
    const { transposeA, transposeB } = call.attrs as { transposeA: boolean; transposeB: boolean };
    const leading = (a.shape.length < b.shape.length ? b : a).shape.slice(0, -2);
    const single = [...leading, ...b.shape.slice(0, -2)].every((side) => side === 1);
    const [left, right] = [matrix(a), matrix(b)];
    const [rows, inner] = transposeA ? [left.columns, left.rows] : [left.rows, left.columns];
    const [depth, columns] = transposeB ? [right.columns, right.rows] : [right.rows, right.columns];
    const ours = single && !(transposeA && transposeB) && inner === depth &&
      a.dtype === "float32" && b.dtype === "float32";
    if (!ours) return null;
    const output = program.output([...leading, rows, columns]);
    if (transposeA) transposedMatMul(program, left, right, output);
    else matMul(program, left, { ...right, transposed: transposeB }, output);
    return output;
  });
}

function matrix(tensor: tf.TensorInfo): Matrix {
  const [rows, columns] = tensor.shape.slice(-2) as [number, number];
  return { tensor, rows, columns };
}
