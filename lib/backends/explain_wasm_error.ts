import * as tf from "@tensorflow/tfjs";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

/** WebAssembly addresses 4 GiB; what is left above this is too little for another large tensor. */
const nearlyFull = 3 * 2 ** 30;

/**
 * What to throw for a failure on the WebAssembly backend. Memory that ran out shows as traps of many
 * kinds, since TensorFlow.js does not check what it allocates.
 */
export function explainWasmError(failure: unknown): unknown {
  if (!(failure instanceof WebAssembly.RuntimeError)) return failure;
  const { wasm } = tf.backend() as unknown as { readonly wasm: { readonly HEAPU8: Uint8Array } };
  if (wasm.HEAPU8.length < nearlyFull) return failure;
  return new UserError(
    message`WebAssembly's 4 GiB of memory ran out: take a smaller --batch or --image-size, or a GPU
      with --backend webgpu`,
    { cause: failure },
  );
}
