import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { matMul } from "./mat_mul.ts";
import { type KernelCall, replaceKernel } from "../../runtime/replace_kernel.ts";

/** Replaces the product of two matrices on TensorFlow.js's WebGPU backend. */
export function registerMatMul(): void {
  replaceKernel("webgpu", tf.BatchMatMul, compute);
}

/** @returns null for stacks of matrices, other types than float32, and depths that differ */
function compute({ inputs, attrs, backend }: KernelCall): tf.TensorInfo | null {
  const webGpu = backend as WebGPUBackend;
  const [a, b] = [inputs.a!, inputs.b!];
  const { transposeA, transposeB } = attrs as unknown as Record<`transpose${"A" | "B"}`, boolean>;
  const isPlain = [a, b].every(({ dataId, shape }) =>
    shape.length === 2 && tf.util.sizeFromShape(shape) > 0 &&
    webGpu.tensorMap.get(dataId).dtype === "float32"
  );
  // TensorFlow.js's own kernel refuses depths that differ.
  if (!isPlain || a.shape[transposeA ? 0 : 1] !== b.shape[transposeB ? 1 : 0]) return null;
  return matMul(webGpu, a, b, { a: transposeA, b: transposeB });
}
