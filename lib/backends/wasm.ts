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
import { UserError } from "../language/user_error.ts";
import { backendMessages } from "./messages.ts";

/**
 * How many threads the backend computes on, the caller among them: one for each core, up to 16. Results
 * do not depend on it.
 */
export const wasmThreads = Math.min(16, navigator.hardwareConcurrency);

let opened = false;

/**
 * Makes TensorFlow.js's WebAssembly backend the current one. Our kernels replace its own where those
 * are slow, missing or wrong, and run on {@linkcode wasmThreads} threads. The binary comes from
 * the package on this machine, not from the network.
 *
 * @throws {UserError} if the runtime has no WebAssembly SIMD
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
  if (!await tf.setBackend("wasm")) throw new UserError(backendMessages.noSimd());
  if (opened) return;
  opened = true;
  const program = new WasmProgram(tf.backend() as BackendWasm, wasmThreads);
  registerConvolutions(program);
  registerIdentity();
  registerMatMul(program);
  registerSlice();
  registerSum(program);
}
