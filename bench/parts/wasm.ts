import { benchWasmKernels } from "../kernels/wasm_kernels.ts";
import type { Findings } from "./findings.ts";

/** Kernels on WebAssembly beside TensorFlow.js's own. */
export async function measureWasm(): Promise<Findings> {
  const wasmKernels = await benchWasmKernels();
  return {
    rows: wasmKernels.map(({ kernel, layer, milliseconds, gigaflopsPerSecond, againstStock }) => [
      `${kernel} ${layer}, wasm`,
      `${milliseconds.all.toFixed(2)} ms, ${gigaflopsPerSecond.one.toFixed(1)} GFLOP/s on one ` +
      `thread, ${gigaflopsPerSecond.all.toFixed(1)} on all` +
      (againstStock === null ? "" : `, ${againstStock.toFixed(1)} x stock`),
    ]),
    document: { wasmKernels },
  };
}
