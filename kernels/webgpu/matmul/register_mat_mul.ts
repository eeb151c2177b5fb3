import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { matMul } from "./mat_mul.ts";
import { type KernelCall, replaceKernel } from "../../runtime/replace_kernel.ts";

/** Registers products of two matrices on TensorFlow.js's WebGPU backend in place of its own. */
export function registerMatMul(): void {
  replaceKernel("webgpu", tf.BatchMatMul, compute);
}

/** @returns null for several products at once, numbers of another type, and depths that differ */
function compute({ inputs, attrs, backend }: KernelCall): tf.TensorInfo | null {
  const webGpu = backend as WebGPUBackend;
  const [a, b] = [inputs.a!, inputs.b!];
  const { transposeA, transposeB } = attrs as unknown as Record<`transpose${"A" | "B"}`, boolean>;
  const isPlain = [a, b].every(({ dataId, shape }) =>
    shape.length === 2 && tf.util.sizeFromShape(shape) > 0 &&
    webGpu.tensorMap.get(dataId).dtype === "float32"
  );
  // That the depths agree is for kernels to see: TensorFlow.js's own refuses them where they do not.
  if (!isPlain || a.shape[transposeA ? 0 : 1] !== b.shape[transposeB ? 1 : 0]) return null;
  return matMul(webGpu, a, b, { a: transposeA, b: transposeB });
}
