import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { replaceKernel } from "../replace_kernel.ts";

/**
 * Registers a copy of a tensor that shares its numbers, which nobody changes, on TensorFlow.js's
 * WebAssembly backend: its own copies them, and whatever a gradient keeps is such a copy.
 */
export function registerIdentity(): void {
  replaceKernel(tf.Identity, (call, stock) => {
    const { dataId, shape, dtype } = call.inputs.x as tf.Tensor;
    if (dtype === "string") return stock(call);
    (call.backend as BackendWasm).incRef(dataId);
    return { dataId, shape, dtype };
  });
}
