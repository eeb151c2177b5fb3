import type { ThreadData } from "../../../kernels/wasm/runtime/run_thread.ts";
import type { WasmRuntime } from "../../backends/start_wasm.ts";
import { fetchFile } from "./fetch_file.ts";

declare const crossOriginIsolated: boolean;

/**
 * What the WebAssembly backend takes from a page: its program lies beside the worker's script, and so
 * does the script of its threads. Where threads cannot share memory, there is one.
 */
export const pageWasm: WasmRuntime = {
  readProgram: () => fetchFile("tfjs.wasm"),
  threads: canShareMemory() ? Math.min(16, navigator.hardwareConcurrency) : 1,
  startThread(data: ThreadData) {
    new Worker(new URL("thread.js", location.href), { type: "module" }).postMessage(data);
  },
};

/** Only a page that is cross-origin isolated can, and some phones give none of the size that it takes. */
function canShareMemory(): boolean {
  if (!crossOriginIsolated) return false;
  try {
    new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
    return true;
  } catch {
    return false;
  }
}
