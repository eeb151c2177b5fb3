import { dirname, join } from "node:path";
import { ifExists } from "../io/if_exists.ts";

/** The file of a run that holds its model. */
export const modelFile = "model.safetensors";

/** Where a model is. */
export interface FoundModel {
  /** The folder of the run, or the one that the file is in. */
  readonly run: string;
  /** The model file; it may be missing. */
  readonly file: string;
}

/**
 * Finds a model by a path.
 *
 * @param path the folder of a run, or a model file
 */
export async function findModel(path: string): Promise<FoundModel> {
  const isFile = (await ifExists(Deno.stat(path)))?.isFile ?? false;
  return isFile ? { run: dirname(path), file: path } : { run: path, file: join(path, modelFile) };
}
