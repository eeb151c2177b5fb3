import * as tf from "@tensorflow/tfjs";
import { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { registerConvolutions } from "../../kernels/wasm/ops/register_convolutions.ts";
import { registerIdentity } from "../../kernels/wasm/ops/register_identity.ts";
import { registerMatMul } from "../../kernels/wasm/ops/register_mat_mul.ts";
import { registerSlice } from "../../kernels/wasm/ops/register_slice.ts";
import { registerSum } from "../../kernels/wasm/ops/register_sum.ts";
import { shareMemory } from "../../kernels/wasm/runtime/share_memory.ts";
import { WasmProgram } from "../../kernels/wasm/runtime/wasm_program.ts";
import { readPackageFile } from "../io/read_package_file.ts";

/**
 * How many threads the backend computes on, the caller among them: as many as the process may use
 * cores, unless more would wait for work. What is computed does not depend on it.
 */
export const wasmThreads = Math.min(16, navigator.hardwareConcurrency);

let opened = false;

/**
 * Makes TensorFlow.js's WebAssembly backend the current one, with kernels of our own, on
 * `wasmThreads`, where its are slow, lacking or wrong. Its binary comes from the package on this
 * machine, not from the network.
 *
 * @throws Error where the runtime lacks WebAssembly SIMD
 */
export async function openWasm(): Promise<void> {
  if (!opened) {
    const simd = readPackageFile(
      import.meta.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"),
    );
    const binary = new Blob([shareMemory(simd)], { type: "application/wasm" });
    const url = URL.createObjectURL(binary);
    setWasmPaths({
      "tfjs-backend-wasm.wasm": url,
      "tfjs-backend-wasm-simd.wasm": url,
      "tfjs-backend-wasm-threaded-simd.wasm": url,
    }, true);
  }
  if (!await tf.setBackend("wasm")) {
    throw new Error("the WebAssembly backend did not start: this runtime lacks WebAssembly SIMD");
  }
  if (opened) return;
  opened = true;
  const program = new WasmProgram(tf.backend() as BackendWasm, wasmThreads);
  registerConvolutions(program);
  registerIdentity();
  registerMatMul(program);
  registerSlice();
  registerSum(program);
}
