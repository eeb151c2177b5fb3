import { UserError } from "../language/user_error.ts";
import { modelFileMessages } from "./messages.ts";
import { contentHash } from "./content_hash.ts";
import { parseSafetensors } from "./parse_safetensors.ts";
import { readBounded } from "../io/read_bounded.ts";
import type { TensorFile } from "./tensor_file.ts";

/** The largest checkpoint, of weights, the best of them and moments, is a quarter of it. */
const mostBytes = 2 ** 31;

/**
 * Reads a safetensors file (see {@linkcode parseSafetensors}). One that {@linkcode writeSafetensors}
 * wrote is as it was written, to the bit.
 *
 * @param path where it lies
 * @throws {UserError} if it is cut short, damaged, or something else, or larger than 2 GiB
 * @throws {Deno.errors.NotFound} if there is no such file
 */
export async function readSafetensors(path: string): Promise<TensorFile> {
  const { tensors, metadata: { contentHash: written, ...metadata } } = parseSafetensors(
    await readBounded(path, mostBytes),
    path,
  );
  const file = { tensors, metadata };
  if (written === undefined || written === contentHash(file)) return file;
  throw new UserError(modelFileMessages.changed({ path }));
}
