import { type BackendName, openBackend } from "../backends/open_backend.ts";
import { openVerifier } from "./open_verifier.ts";
import { readModelFile } from "./read_model_file.ts";
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
  const { file, path } = await readModelFile(run);
  return openVerifier(file, path, await openBackend(backend));
}
