import { contentHash } from "./content_hash.ts";
import { encodeSafetensors } from "./encode_safetensors.ts";
import type { TensorFile } from "./tensor_file.ts";
import { writeAtomically } from "../io/write_atomically.ts";

/**
 * Writes a safetensors file, whole or not at all, with a hash of its content in its metadata, as
 * `contentHash`, for `readSafetensors` to check.
 *
 * @param path where it comes to lie; an older file is replaced
 * @param tensors by name, in the order in which they are written
 * @param metadata what else a reader needs
 * @throws {Error} when a tensor has more or fewer values than its shape says
 */
export async function writeSafetensors(
  path: string,
  tensors: TensorFile["tensors"],
  metadata: TensorFile["metadata"],
): Promise<void> {
  const { contentHash: _, ...others } = metadata;
  const hash = contentHash({ tensors, metadata: others });
  await writeAtomically(
    path,
    encodeSafetensors({ tensors, metadata: { ...others, contentHash: hash } }),
  );
}
