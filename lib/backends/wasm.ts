import { startNodeThread } from "../../kernels/wasm/runtime/start_node_thread.ts";
import { readPackageFile } from "../io/read_package_file.ts";
import { startWasm } from "./start_wasm.ts";

/**
 * How many threads the backend computes on, the caller among them: one for each core, up to 16. Results
 * do not depend on it.
 */
export const wasmThreads = Math.min(16, navigator.hardwareConcurrency);

/**
 * Makes TensorFlow.js's WebAssembly backend the current one, see {@linkcode startWasm}, on
 * {@linkcode wasmThreads} threads. Its program comes from the package on this machine, not from the
 * network.
 *
 * @throws {UserError} if the runtime has no WebAssembly SIMD
 */
export function openWasm(): Promise<void> {
  return startWasm({
    readProgram: () =>
      readPackageFile(
        import.meta.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"),
      ),
    threads: wasmThreads,
    startThread: startNodeThread,
  });
}
