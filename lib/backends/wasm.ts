import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm" with {
  type: "bytes",
};
import { registerGradientKernels } from "../../kernels/wasm/register_gradient_kernels.ts";
import { registerMatMul } from "../../kernels/wasm/register_mat_mul.ts";
import { registerSlice } from "../../kernels/wasm/register_slice.ts";
import { registerSum } from "../../kernels/wasm/register_sum.ts";

let opened = false;

/**
 * Makes TensorFlow.js's WebAssembly backend the current one, with the gradients that training needs.
 * Its binary comes from an import, so that neither the network nor a permission is needed.
 *
 * @throws Error where the runtime lacks WebAssembly SIMD
 */
export async function openWasm(): Promise<void> {
  if (!opened) {
    const url = URL.createObjectURL(new Blob([simd], { type: "application/wasm" }));
    setWasmPaths({
      "tfjs-backend-wasm.wasm": url,
      "tfjs-backend-wasm-simd.wasm": url,
      "tfjs-backend-wasm-threaded-simd.wasm": url,
    }, true);
    registerGradientKernels();
    registerMatMul();
    registerSlice();
    registerSum();
    opened = true;
  }
  if (!await tf.setBackend("wasm")) {
    throw new Error("the WebAssembly backend did not start: this runtime lacks WebAssembly SIMD");
  }
}
