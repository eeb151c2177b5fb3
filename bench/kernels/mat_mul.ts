import * as tf from "@tensorflow/tfjs";
import { matMulCheck } from "../../kernels/checks/mat_mul_checks.ts";
import type { KernelFigures } from "./convolutions.ts";
import { kernelAgainstStock } from "./kernel_against_stock.ts";
import type { Peaks } from "./measure_peaks.ts";

/** A head of EfficientNetV2-B0, its gradients, and the similarities of a batch. */
const layers = [
  { name: "head", sizes: [32, 1280, 512], transposed: { a: false, b: false } },
  { name: "head, input", sizes: [32, 512, 1280], transposed: { a: false, b: true } },
  { name: "head, filter", sizes: [1280, 32, 512], transposed: { a: true, b: false } },
  { name: "similarities", sizes: [256, 512, 256], transposed: { a: false, b: true } },
] as const;

/**
 * Measures matrix products on WebGPU against TensorFlow.js's own, of sizes that training needs.
 *
 * @param peaks measured in the same run
 */
export async function benchMatMul(peaks: Peaks): Promise<KernelFigures[]> {
  const figures: KernelFigures[] = [];
  for (const { name, sizes: [rows, depth, columns], transposed } of layers) {
    const found = await kernelAgainstStock({
      check: matMulCheck({ rows, depth, columns, transposed }),
      products: rows * depth * columns,
      hasFloat16: false,
    }, peaks);
    const layer = `${name}, ${rows} x ${depth} x ${columns}`;
    figures.push({ kernel: tf.BatchMatMul, layer, ...found });
  }
  return figures;
}
