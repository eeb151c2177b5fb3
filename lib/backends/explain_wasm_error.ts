import * as tf from "@tensorflow/tfjs";
import { UserError } from "../language/user_error.ts";
import { backendMessages, memoryOptions } from "./messages.ts";

/** WebAssembly addresses 4 GiB. Above this, there is too little left for another large tensor. */
const nearlyFull = 3 * 2 ** 30;

/**
 * Finds the error to throw for a failure on the WebAssembly backend. TensorFlow.js does not check its
 * allocations, so memory that runs out shows as traps of many kinds.
 */
export function explainWasmError(failure: unknown): unknown {
  if (!(failure instanceof WebAssembly.RuntimeError)) return failure;
  const { wasm } = tf.backend() as unknown as { readonly wasm: { readonly HEAPU8: Uint8Array } };
  if (wasm.HEAPU8.length < nearlyFull) return failure;
  return new UserError(backendMessages.wasmMemory(memoryOptions), { cause: failure });
}
