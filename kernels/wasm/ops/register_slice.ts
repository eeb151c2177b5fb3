import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { replaceKernel } from "../../runtime/replace_kernel.ts";

/**
 * Registers a faster slice of contiguous values on TensorFlow.js's WebAssembly backend. Its own kernel
 * copies the whole tensor first.
 */
export function registerSlice(): void {
  replaceKernel("wasm", tf.Slice, (call) => {
    const x = call.inputs.x as tf.Tensor;
    const attributes = call.attrs as unknown as { begin: number[]; size: number[] };
    const [begin, size] = tf.slice_util.parseSliceParams(x, attributes.begin, attributes.size);
    if (!begin || !size) return null;
    // TensorFlow.js's own kernel does not check, and reads memory beyond the end.
    tf.slice_util.assertParamsValid(x, begin, size);
    if (x.dtype !== "float32") return null;
    if (!tf.slice_util.isSliceContinous(x.shape, begin, size)) return null;
    const backend = call.backend as BackendWasm;
    const output = backend.makeOutput(size, x.dtype);
    const from = tf.slice_util.computeFlatOffset(begin, tf.util.computeStrides(x.shape));
    const taken = backend.typedArrayFromHeap(x).subarray(from, from + tf.util.sizeFromShape(size));
    backend.typedArrayFromHeap(output).set(taken);
    return output;
  });
}
