import { type BackendName, openBackend } from "../backends/open_backend.ts";
import { UserError } from "../language/user_error.ts";
import { findModel, modelFile } from "../model_file/find_model.ts";
import { readSafetensors } from "../model_file/read_safetensors.ts";
import { modelMessages } from "./messages.ts";
import { openVerifier } from "./open_verifier.ts";
import type { Verifier } from "./verifier.ts";

/**
 * Loads the model of a run, ready to embed images.
 *
 * @param run the folder of the run, or its model file
 * @param backend where it computes; "auto" lets {@linkcode openBackend} choose
 * @throws {UserError} if the run has no model, or the model is damaged or of another version
 *
 * @example
 * ```ts
 * import { loadVerifier } from "@futago/futago";
 *
 * using verifier = await loadVerifier("runs/faces");
 * console.log(verifier.metadata.backbone, verifier.metadata.calibration.threshold);
 * ```
 */
export async function loadVerifier(
  run: string,
  backend: BackendName | "auto" = "auto",
): Promise<Verifier> {
  const { file: path } = await findModel(run);
  const file = await readSafetensors(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(modelMessages.fileMissing({ run, file: modelFile }));
  });
  return openVerifier(file, path, await openBackend(backend));
}
