import * as tf from "@tensorflow/tfjs";

/** What TensorFlow.js hands to a kernel. */
export type KernelCall = Parameters<tf.KernelConfig["kernelFunc"]>[0];

const replaced = new Set<string>();

/**
 * Puts a kernel of our own in the place of one of TensorFlow.js's WebGPU backend, once.
 *
 * @param compute gives null where it cannot compute a call, which is left to the kernel that was there
 */
export function replaceKernel(
  kernelName: string,
  compute: (call: KernelCall) => tf.TensorInfo | null,
): void {
  if (replaced.has(kernelName)) return;
  replaced.add(kernelName);
  const stock = tf.getKernel(kernelName, "webgpu").kernelFunc as (
    call: KernelCall,
  ) => tf.TensorInfo;
  tf.unregisterKernel(kernelName, "webgpu");
  tf.registerKernel({
    kernelName,
    backendName: "webgpu",
    kernelFunc: (call) => compute(call) ?? stock(call),
  });
}
