import * as tf from "@tensorflow/tfjs";

/** What TensorFlow.js hands to a kernel. */
export type KernelCall = Parameters<tf.KernelConfig["kernelFunc"]>[0];

const replaced = new Set<string>();

/**
 * Puts a kernel of our own in the place of one of TensorFlow.js's WebAssembly backend, once.
 *
 * @param compute is given the call, and the kernel that was there, for what it does well; where none
 * was, that throws
 */
export function replaceKernel(
  name: string,
  compute: (call: KernelCall, stock: (call: KernelCall) => tf.TensorInfo) => tf.TensorInfo,
): void {
  if (replaced.has(name)) return;
  replaced.add(name);
  const found = tf.getKernel(name, "wasm") as tf.KernelConfig | undefined;
  const lacking = (): never => {
    throw new Error(`${name} of these shapes and types is not to be had on WebAssembly`);
  };
  const stock = (found?.kernelFunc ?? lacking) as (call: KernelCall) => tf.TensorInfo;
  if (found) tf.unregisterKernel(name, "wasm");
  tf.registerKernel({
    kernelName: name,
    backendName: "wasm",
    setupFunc: found?.setupFunc,
    kernelFunc: (call) => compute(call, stock),
  });
}
