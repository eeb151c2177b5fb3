import * as tf from "@tensorflow/tfjs";
// Registers what this project replaces once it opens the backend.
import "@tensorflow/tfjs-backend-webgpu";

/** What runs a kernel. */
export type RunKernel = (
  call: { inputs: tf.NamedTensorInfoMap; attrs: tf.NamedAttrMap; backend: unknown },
) => tf.TensorInfo;

/** TensorFlow.js's own kernels for convolutions and products of matrices on WebGPU. */
export const stockKernels: ReadonlyMap<string, RunKernel> = new Map(
  [
    tf.BatchMatMul,
    tf.Conv2D,
    tf.Conv2DBackpropFilter,
    tf.Conv2DBackpropInput,
    tf.DepthwiseConv2dNative,
    tf.DepthwiseConv2dNativeBackpropFilter,
    tf.DepthwiseConv2dNativeBackpropInput,
  ].map((name) => [name, kernelOf(name)]),
);

/** The kernel that is registered for WebGPU now. */
export function kernelOf(name: string): RunKernel {
  return tf.getKernel(name, "webgpu").kernelFunc as unknown as RunKernel;
}

/** Runs `body` with TensorFlow.js's own kernels in place of this project's. */
export async function withStockKernels<T>(body: () => Promise<T>): Promise<T> {
  const own = new Map([...stockKernels.keys()].map((name) => [name, kernelOf(name)]));
  replace(stockKernels);
  try {
    return await body();
  } finally {
    replace(own);
  }
}

function replace(kernels: ReadonlyMap<string, RunKernel>) {
  for (const [kernelName, kernelFunc] of kernels) {
    tf.unregisterKernel(kernelName, "webgpu");
    tf.registerKernel({
      kernelName,
      backendName: "webgpu",
      kernelFunc: kernelFunc as unknown as tf.KernelFunc,
    });
  }
}
