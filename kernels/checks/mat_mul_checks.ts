import * as tf from "@tensorflow/tfjs";
import { matMul, type MatMulShape } from "../reference/layers/mat_mul.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleTensor } from "./sample_values.ts";

/** A product of two matrices. */
export function matMulCheck(shape: MatMulShape): KernelCheck {
  const { rows, depth, columns, transposed: { a, b } } = shape;
  return defineCheck({
    kernel: `matmul, ${rows} x ${depth} x ${columns}` +
      `${a ? ", left transposed" : ""}${b ? ", right transposed" : ""}`,
    // As far off as float32 is on the way to such a sum.
    tolerance: 1.5e-6 * Math.sqrt(depth) + 1e-6,
    inputs: () => ({
      a: sampleTensor(a ? [depth, rows] : [rows, depth], 1),
      b: sampleTensor(b ? [columns, depth] : [depth, columns], 2),
    }),
    run: (inputs) => [tf.matMul(inputs.a, inputs.b, a, b)],
    expected: (inputs) => [matMul(inputs.a.values, inputs.b.values, shape)],
  });
}

/** Neither matrix transposed, either, or both. */
export const transpositions = [false, true].flatMap((a) => [false, true].map((b) => ({ a, b })));

/** Products so deep that workgroups may split the depth. */
export const matMulChecks: readonly KernelCheck[] = transpositions
  .map((transposed) => matMulCheck({ rows: 33, depth: 2500, columns: 20, transposed }));
