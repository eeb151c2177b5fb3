import * as tf from "@tensorflow/tfjs";
import { reason } from "../language/skip_reason.ts";
import { explainWasmError } from "./explain_wasm_error.ts";
import { openWasm } from "./wasm.ts";
import { describeAdapter, openWebGpu } from "./webgpu.ts";

/** Where tensors are computed. */
export type BackendName = "webgpu" | "wasm" | "cpu";

/** The backend in use. */
export interface OpenBackend {
  readonly name: BackendName;
  /** Why it was chosen, as one phrase. */
  readonly reason: string;
  /** True where convolutions can be computed in float16. */
  readonly float16: boolean;
  /** Throws the first error that the device reported; belongs after every readback. */
  check(): void;
  /** What to throw for a failure while computing: where it came from, as far as the backend knows. */
  explain(failure: unknown): Promise<unknown>;
}

/**
 * Makes a backend the current one.
 *
 * @param wanted "auto" takes WebGPU where there is a hardware adapter, and WebAssembly otherwise,
 *   which is faster than a software adapter
 * @throws {UserError} when WebGPU is wanted and there is no adapter
 */
export async function openBackend(wanted: BackendName | "auto"): Promise<OpenBackend> {
  const { name, reason: why } = wanted === "auto"
    ? await chooseBackend()
    : { name: wanted, reason: reason`as asked for` };
  if (name === "webgpu") {
    const { adapter, ...webGpu } = await openWebGpu();
    const said = wanted === "auto" ? why : reason`as asked for: ${adapter.name}`;
    return { name, reason: said, ...webGpu };
  }
  const processor = { name, reason: why, float16: false, check: () => {} };
  if (name === "wasm") {
    await openWasm();
    return { ...processor, explain: (failure) => Promise.resolve(explainWasmError(failure)) };
  }
  await tf.setBackend("cpu");
  return { ...processor, explain: (failure) => Promise.resolve(failure) };
}

async function chooseBackend(): Promise<{ name: BackendName; reason: string }> {
  const adapter = await describeAdapter();
  if (!adapter) return { name: "wasm", reason: reason`no graphics adapter was found` };
  if (adapter.software) {
    return { name: "wasm", reason: reason`the only graphics adapter is software: ${adapter.name}` };
  }
  return { name: "webgpu", reason: reason`a graphics adapter was found: ${adapter.name}` };
}
