import { type BackendName, openBackendWith } from "../../backends/open_backend_with.ts";
import { startWasm } from "../../backends/start_wasm.ts";
import { supportsSimd } from "../../doctor/wasm_features.ts";
import { UserError } from "../../language/user_error.ts";
import type { TensorFile } from "../../model_file/tensor_file.ts";
import { openVerifier } from "../../model/open_verifier.ts";
import type { Verifier } from "../../model/verifier.ts";
import { engineMessages } from "./messages.ts";
import { pageWasm } from "./page_wasm.ts";
import type { EngineBackend } from "./protocol.ts";

/** A model on a backend. */
export interface OpenModel {
  readonly verifier: Verifier;
  readonly backend: EngineBackend;
}

/**
 * Opens a backend, and the model on it. Drivers and browsers differ: where `auto` takes a GPU that cannot
 * run the model after all, WebAssembly does.
 *
 * @param file the content of the model file
 * @param source what messages call the file
 * @throws {UserError} if no backend opens, or the model is damaged
 */
export async function openModel(
  file: Promise<TensorFile>,
  source: string,
  wanted: BackendName | "auto",
): Promise<OpenModel> {
  if (wanted !== "auto") return await openOn(wanted, file, source);
  return await openOn("auto", file, source).catch(async (error) => {
    const { verifier, backend } = await openOn("wasm", file, source);
    const reason = engineMessages.gpuFailed({ detail: error.message });
    return { verifier, backend: { ...backend, reason } };
  });
}

async function openOn(
  wanted: BackendName | "auto",
  file: Promise<TensorFile>,
  source: string,
): Promise<OpenModel> {
  const { name, reason, check } = await openBackendWith(wanted, openWasm);
  const verifier = openVerifier(await file, source, { check });
  const { imageSize } = verifier.metadata;
  // Shaders compile at their first use. It is better that the start takes longer than the first image.
  if (name === "webgpu") await verifier.embed([new Uint8Array(3 * imageSize * imageSize)]);
  return { verifier, backend: { name, reason, threads: name === "wasm" ? pageWasm.threads : 1 } };
}

async function openWasm(): Promise<void> {
  if (!supportsSimd()) throw new UserError(engineMessages.noSimd());
  await startWasm(pageWasm);
}
