import * as tf from "@tensorflow/tfjs";
import { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { registerConvolutions } from "../../kernels/wasm/ops/register_convolutions.ts";
import { registerIdentity } from "../../kernels/wasm/ops/register_identity.ts";
import { registerMatMul } from "../../kernels/wasm/ops/register_mat_mul.ts";
import { registerSlice } from "../../kernels/wasm/ops/register_slice.ts";
import { registerSum } from "../../kernels/wasm/ops/register_sum.ts";
import type { StartThread } from "../../kernels/wasm/runtime/run_thread.ts";
import { shareMemory } from "../../kernels/wasm/runtime/share_memory.ts";
import { WasmProgram } from "../../kernels/wasm/runtime/wasm_program.ts";
import { UserError } from "../language/user_error.ts";
import { backendMessages } from "./messages.ts";

/** What the WebAssembly backend takes from the runtime that it is in. */
export interface WasmRuntime {
  /** Reads TensorFlow.js's program: `tfjs-backend-wasm-simd.wasm`. */
  readProgram(): Uint8Array | Promise<Uint8Array>;
  /** How many threads it computes on, the caller among them. Results do not depend on it. */
  readonly threads: number;
  /** Starts one of the other threads. */
  readonly startThread: StartThread;
}

let started = false;

/**
 * Makes TensorFlow.js's WebAssembly backend the current one. Our kernels replace its own where those
 * are slow, missing or wrong, and run on threads of ours.
 *
 * @throws {UserError} if the runtime has no WebAssembly SIMD
 */
export async function startWasm(runtime: WasmRuntime): Promise<void> {
  if (!started) {
    // Its own threads would have another memory than ours; in a browser it tries to start them.
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    const program = await runtime.readProgram();
    const fitting = runtime.threads > 1 ? shareMemory(program) : Uint8Array.from(program);
    const url = URL.createObjectURL(new Blob([fitting], { type: "application/wasm" }));
    setWasmPaths({
      "tfjs-backend-wasm.wasm": url,
      "tfjs-backend-wasm-simd.wasm": url,
      "tfjs-backend-wasm-threaded-simd.wasm": url,
    }, true);
  }
  if (!await tf.setBackend("wasm")) throw new UserError(backendMessages.noSimd());
  if (started) return;
  started = true;
  const { threads, startThread } = runtime;
  const program = new WasmProgram(tf.backend() as BackendWasm, threads, startThread);
  registerConvolutions(program);
  registerIdentity();
  registerMatMul(program);
  registerSlice();
  registerSum(program);
}
