import type { ThreadData } from "../../../kernels/wasm/runtime/run_thread.ts";
import type { WasmRuntime } from "../../backends/start_wasm.ts";
import { fetchFile } from "./fetch_file.ts";

declare const crossOriginIsolated: boolean;

/**
 * What the WebAssembly backend takes from a page: its program lies beside the worker's script, and so
 * does the script of its threads. A page that is not cross-origin isolated has one thread.
 */
export const pageWasm: WasmRuntime = {
  readProgram: () => fetchFile("tfjs.wasm"),
  threads: crossOriginIsolated ? Math.min(16, navigator.hardwareConcurrency) : 1,
  startThread(data: ThreadData) {
    new Worker(new URL("thread.js", location.href), { type: "module" }).postMessage(data);
  },
};
