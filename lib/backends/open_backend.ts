import { type BackendName, type OpenBackend, openBackendWith } from "./open_backend_with.ts";
import { openWasm } from "./wasm.ts";

export type { BackendName, OpenBackend };

/**
 * Makes a backend the current one.
 *
 * @param wanted "auto" takes WebGPU where there is a hardware adapter. Otherwise it takes WebAssembly,
 *   which is faster than a software adapter.
 * @throws {UserError} if WebGPU is wanted and there is no adapter, or WebAssembly has no SIMD
 *
 * @example
 * ```ts
 * import { formatMessage, openBackend } from "@futago/futago";
 *
 * const { name, reason } = await openBackend("auto");
 * console.log(name, formatMessage(reason));
 * ```
 */
export function openBackend(wanted: BackendName | "auto"): Promise<OpenBackend> {
  return openBackendWith(wanted, openWasm);
}
