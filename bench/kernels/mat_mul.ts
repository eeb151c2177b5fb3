import * as tf from "@tensorflow/tfjs";
import { matMul } from "../../kernels/reference/layers/mat_mul.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import type { KernelFigures } from "./convolutions.ts";
import { kernelAgainstStock } from "./kernel_against_stock.ts";
import type { Peaks } from "./measure_peaks.ts";

/** Rows, depth, columns: a head of EfficientNetV2-B0, its gradients, and similarities of a batch. */
const layers = [
  { name: "head", sizes: [32, 1280, 512], transposed: { a: false, b: false } },
  { name: "head, input", sizes: [32, 512, 1280], transposed: { a: false, b: true } },
  { name: "head, filter", sizes: [1280, 32, 512], transposed: { a: true, b: false } },
  { name: "similarities", sizes: [256, 512, 256], transposed: { a: false, b: true } },
] as const;

/**
 * Measures products of matrices on WebGPU against TensorFlow.js's own, as training asks for them.
 *
 * @param ceilings measured in the same run
 */
export async function benchMatMul(ceilings: Peaks): Promise<KernelFigures[]> {
  await openWebGpu();
  const figures: KernelFigures[] = [];
  for (const { name, sizes: [rows, depth, columns], transposed } of layers) {
    const a = tf.randomNormal(transposed.a ? [depth, rows] : [rows, depth], 0, 1, "float32", 1);
    const b = tf.randomNormal(
      transposed.b ? [columns, depth] : [depth, columns],
      0,
      1,
      "float32",
      2,
    );
    const found = await kernelAgainstStock({
      name: tf.BatchMatMul,
      inputs: { a, b },
      attributes: { transposeA: transposed.a, transposeB: transposed.b },
      outputSize: rows * columns,
      products: rows * depth * columns,
      float16: false,
      expected: async () =>
        matMul(await a.data(), await b.data(), { rows, depth, columns, transposed }),
    }, ceilings);
    tf.dispose([a, b]);
    figures.push({
      kernel: tf.BatchMatMul,
      layer: `${name}, ${rows} x ${depth} x ${columns}`,
      ...found,
    });
  }
  return figures;
}
