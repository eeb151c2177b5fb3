import * as tf from "@tensorflow/tfjs";
import type { UserMessage } from "../language/user_message.ts";
import { explainWasmError } from "./explain_wasm_error.ts";
import { backendMessages as messages } from "./messages.ts";
import { describeAdapter, openWebGpu } from "./webgpu.ts";

/** Where tensors are computed. */
export type BackendName = "webgpu" | "wasm" | "cpu";

/** The current backend. */
export interface OpenBackend {
  /** Its name. */
  readonly name: BackendName;
  /** Why it was chosen. */
  readonly reason: UserMessage;
  /** True where it can compute convolutions in float16. */
  readonly float16: boolean;
  /** Throws the first error that the device reported. Call it after every readback. */
  check(): void;
  /** Finds the error to throw for a failure of a computation: its cause, as far as it is known. */
  explain(failure: unknown): Promise<unknown>;
}

/**
 * Makes a backend the current one. This is {@linkcode openBackend} without a runtime: what opens
 * WebAssembly comes from the caller, because Deno and a page find its program in different places.
 *
 * @param wanted as of `openBackend`
 * @param openWasm makes WebAssembly the current backend
 * @throws {UserError} as `openBackend` does
 */
export async function openBackendWith(
  wanted: BackendName | "auto",
  openWasm: () => Promise<void>,
): Promise<OpenBackend> {
  const { name, reason } = wanted === "auto"
    ? await chooseBackend()
    : { name: wanted, reason: messages.requested() };
  if (name === "webgpu") {
    const { adapter, ...webGpu } = await openWebGpu();
    const asRequested = messages.requestedAdapter({ adapter: adapter.name });
    return { name, reason: wanted === "auto" ? reason : asRequested, ...webGpu };
  }
  const processor = { name, reason, float16: false, check: () => {} };
  if (name === "wasm") {
    await openWasm();
    return { ...processor, explain: (failure) => Promise.resolve(explainWasmError(failure)) };
  }
  // In Node, and so in Deno, TensorFlow.js would advertise its package for Node on stderr.
  tf.env().set("IS_NODE", false);
  await tf.setBackend("cpu");
  return { ...processor, explain: (failure) => Promise.resolve(failure) };
}

async function chooseBackend(): Promise<Pick<OpenBackend, "name" | "reason">> {
  const adapter = await describeAdapter();
  if (!adapter) return { name: "wasm", reason: messages.noAdapterFound() };
  const found = { adapter: adapter.name };
  return adapter.software
    ? { name: "wasm", reason: messages.onlySoftware(found) }
    : { name: "webgpu", reason: messages.adapterFound(found) };
}
