import * as tf from "@tensorflow/tfjs";
import { type Kernel, stockKernel } from "../../kernels/runtime/replace_kernel.ts";

const replaced = [
  tf.BatchMatMul,
  tf.Conv2D,
  tf.Conv2DBackpropFilter,
  tf.Conv2DBackpropInput,
  tf.DepthwiseConv2dNative,
  tf.DepthwiseConv2dNativeBackpropFilter,
  tf.DepthwiseConv2dNativeBackpropInput,
];

/**
 * Runs `body` on WebGPU with TensorFlow.js's own kernels for convolutions and matrix products in place
 * of this project's.
 */
export async function withStockKernels<T>(body: () => Promise<T>): Promise<T> {
  const own = replaced
    .map((name) => [name, tf.getKernel(name, "webgpu").kernelFunc as Kernel] as const);
  for (const name of replaced) register(name, stockKernel("webgpu", name)!);
  try {
    return await body();
  } finally {
    for (const [name, kernel] of own) register(name, kernel);
  }
}

function register(kernelName: string, kernelFunc: Kernel) {
  tf.unregisterKernel(kernelName, "webgpu");
  tf.registerKernel({ kernelName, backendName: "webgpu", kernelFunc });
}
