import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { replaceKernel } from "../../runtime/replace_kernel.ts";

/**
 * Registers a copy that shares the tensor's memory, which nobody changes, on TensorFlow.js's WebAssembly
 * backend. Its own kernel copies the memory, for every tensor that a gradient keeps.
 */
export function registerIdentity(): void {
  replaceKernel("wasm", tf.Identity, (call) => {
    const { dataId, shape, dtype } = call.inputs.x as tf.Tensor;
    if (dtype === "string") return null;
    (call.backend as BackendWasm).incRef(dataId);
    return { dataId, shape, dtype };
  });
}
