import { parseSafetensors } from "./parse_safetensors.ts";
import type { TensorFile } from "./tensor_file.ts";

/**
 * Reads a safetensors file (see {@linkcode parseSafetensors}).
 *
 * @param path where it lies
 * @throws {UserError} when it is cut short, damaged, or something else
 * @throws {Deno.errors.NotFound} when there is no such file
 */
export async function readSafetensors(path: string): Promise<TensorFile> {
  return parseSafetensors(await Deno.readFile(path), path);
}
