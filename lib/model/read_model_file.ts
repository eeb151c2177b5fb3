import { UserError } from "../language/user_error.ts";
import { findModel, modelFile } from "../model_file/find_model.ts";
import { readSafetensors } from "../model_file/read_safetensors.ts";
import type { TensorFile } from "../model_file/tensor_file.ts";
import { modelMessages } from "./messages.ts";

/**
 * Reads the model file of a run.
 *
 * @param run the folder of the run, or its model file
 * @returns its content, and its path, by which messages name it
 * @throws {UserError} if the run has no model, or the file is damaged
 */
export async function readModelFile(
  run: string,
): Promise<{ readonly file: TensorFile; readonly path: string }> {
  const { file: path } = await findModel(run);
  try {
    return { file: await readSafetensors(path), path };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(modelMessages.fileMissing({ run, file: modelFile }));
  }
}
