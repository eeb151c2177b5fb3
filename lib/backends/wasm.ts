import * as tf from "@tensorflow/tfjs";
import { setWasmPath } from "@tensorflow/tfjs-backend-wasm";
import simd from "npm:@tensorflow/tfjs-backend-wasm@4.22.0/dist/tfjs-backend-wasm-simd.wasm" with {
  type: "bytes",
};

let opened: Promise<void> | undefined;

/**
 * Makes TensorFlow.js's WebAssembly backend the current one. Its binary comes from an import, so that
 * neither the network nor a permission is needed.
 *
 * @throws Error where the runtime lacks WebAssembly SIMD
 */
export function openWasm(): Promise<void> {
  opened ??= registerBinary();
  return opened.then(async () => {
    if (!await tf.setBackend("wasm")) {
      throw new Error("the WebAssembly backend did not start: this runtime lacks WebAssembly SIMD");
    }
  });
}

function registerBinary(): Promise<void> {
  const url = URL.createObjectURL(new Blob([simd], { type: "application/wasm" }));
  setWasmPath(url, true);
  return Promise.resolve();
}
