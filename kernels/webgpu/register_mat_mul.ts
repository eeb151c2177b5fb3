import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { matMul } from "./mat_mul.ts";
import { type KernelCall, replaceKernel } from "./replace_kernel.ts";

let registered = false;

/** Registers products of two matrices on TensorFlow.js's WebGPU backend in place of its own. */
export function registerMatMul(): void {
  if (registered) return;
  registered = true;
  replaceKernel(tf.BatchMatMul, compute);
}

/** @returns null for several products at once, and for numbers of another type */
function compute({ inputs, attrs, backend }: KernelCall): tf.TensorInfo | null {
  const webGpu = backend as WebGPUBackend;
  const [a, b] = [inputs.a!, inputs.b!];
  const { transposeA, transposeB } = attrs as unknown as Record<`transpose${"A" | "B"}`, boolean>;
  const isPlain = [a, b].every(({ dataId, shape }) =>
    shape.length === 2 && tf.util.sizeFromShape(shape) > 0 &&
    webGpu.tensorMap.get(dataId).dtype === "float32"
  );
  if (!isPlain) return null;
  // As TensorFlow.js's own: its ops have made sure that the depths agree.
  return matMul(webGpu, a, b, { a: transposeA, b: transposeB });
}
