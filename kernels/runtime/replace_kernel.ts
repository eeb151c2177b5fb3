import * as tf from "@tensorflow/tfjs";

/** What TensorFlow.js passes to a kernel. */
export type KernelCall = Parameters<tf.KernelConfig["kernelFunc"]>[0];

/** A kernel with one output. */
export type Kernel = (call: KernelCall) => tf.TensorInfo;

/** TensorFlow.js's own kernels that were replaced, by backend and name; null where it has none. */
const stock = new Map<string, Kernel | null>();

/**
 * Replaces a kernel of a TensorFlow.js backend. Only the first call for a backend and a name counts.
 *
 * @param compute returns null where it leaves the call to TensorFlow.js's own kernel; where there is
 *   none, that call throws
 */
export function replaceKernel(
  backendName: "webgpu" | "wasm",
  kernelName: string,
  compute: (call: KernelCall) => tf.TensorInfo | null,
): void {
  const key = `${backendName} ${kernelName}`;
  if (stock.has(key)) return;
  const found = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined;
  const own = (found?.kernelFunc ?? null) as Kernel | null;
  stock.set(key, own);
  if (found) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({
    kernelName,
    backendName,
    setupFunc: found?.setupFunc,
    kernelFunc(call) {
      const result = compute(call);
      if (result) return result;
      if (own) return own(call);
      throw new Error(`${backendName} has no kernel ${kernelName} for these shapes and types`);
    },
  });
}

/**
 * TensorFlow.js's own kernel, whether it was replaced or not.
 *
 * @returns null where the backend has none
 */
export function stockKernel(backendName: "webgpu" | "wasm", kernelName: string): Kernel | null {
  const replaced = stock.get(`${backendName} ${kernelName}`);
  if (replaced !== undefined) return replaced;
  const found = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined;
  return (found?.kernelFunc ?? null) as Kernel | null;
}
