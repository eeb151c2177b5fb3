import { parseSafetensors } from "./parse_safetensors.ts";
import { readBounded } from "./read_bounded.ts";
import type { TensorFile } from "./tensor_file.ts";

/** The largest checkpoint, of weights, the best of them and moments, is a quarter of it. */
const mostBytes = 2 ** 31;

/**
 * Reads a safetensors file (see {@linkcode parseSafetensors}).
 *
 * @param path where it lies
 * @throws {UserError} when it is cut short, damaged, or something else, or larger than 2 GiB
 * @throws {Deno.errors.NotFound} when there is no such file
 */
export async function readSafetensors(path: string): Promise<TensorFile> {
  return parseSafetensors(await readBounded(path, mostBytes), path);
}
