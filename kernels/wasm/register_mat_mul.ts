import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "./replace_kernel.ts";
import { transposeMatrix } from "./transpose_matrix.ts";

/**
 * Registers a faster product of matrices on TensorFlow.js's WebAssembly backend where one of them is
 * to be transposed, as in the gradients of a product: its own is many times slower than to transpose
 * first.
 */
export function registerMatMul(): void {
  replaceKernel(tf.BatchMatMul, (call, stock) => {
    const { a, b } = call.inputs as unknown as { a: tf.Tensor; b: tf.Tensor };
    const { transposeA, transposeB } = call.attrs as { transposeA: boolean; transposeB: boolean };
    const single = [a, b].every(({ shape }) => shape.slice(0, -2).every((side) => side === 1));
    if (!single || !(transposeA || transposeB)) return stock(call);
    return tf.tidy(() => tf.matMul(turned(a, transposeA), turned(b, transposeB)));
  });
}

/** The matrix with its leading axes of length 1, transposed where it is to be. */
function turned(x: tf.Tensor, transpose: boolean): tf.Tensor {
  if (!transpose) return x;
  const leading = x.shape.slice(0, -2);
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const matrix = transposeMatrix(tf.reshape(x, [rows, columns]));
  return tf.reshape(matrix, [...leading, columns, rows]);
}
