import * as tf from "@tensorflow/tfjs";

/** What TensorFlow.js hands to a kernel. */
export type KernelCall = Parameters<tf.KernelConfig["kernelFunc"]>[0];

const replaced = new Set<string>();

/**
 * Puts a kernel of our own in the place of one of TensorFlow.js's WebAssembly backend, once.
 *
 * @param compute is given the call, and the kernel that was there, for what it does well
 */
export function replaceKernel(
  name: string,
  compute: (call: KernelCall, stock: (call: KernelCall) => tf.TensorInfo) => tf.TensorInfo,
): void {
  if (replaced.has(name)) return;
  replaced.add(name);
  const { kernelFunc, setupFunc } = tf.getKernel(name, "wasm");
  const stock = kernelFunc as (call: KernelCall) => tf.TensorInfo;
  tf.unregisterKernel(name, "wasm");
  tf.registerKernel({
    kernelName: name,
    backendName: "wasm",
    setupFunc,
    kernelFunc: (call) => compute(call, stock),
  });
}
