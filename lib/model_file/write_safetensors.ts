import { contentHash } from "./content_hash.ts";
import type { TensorFile } from "./tensor_file.ts";
import { writeAtomically } from "../io/write_atomically.ts";

/**
 * Writes a safetensors file, whole or not at all, with a hash of its content in its metadata, as
 * `contentHash`, for `readSafetensors` to check.
 *
 * @param path where it comes to lie; an older file is replaced
 * @param tensors by name, in the order in which they are written
 * @param metadata what else a reader needs
 * @throws {Error} if a tensor has more or fewer values than its shape says
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

/**
 * Encodes tensors in the safetensors format: the length of the header in 8 bytes, the header as JSON,
 * the values of one tensor after another, all little-endian.
 *
 * @see https://github.com/huggingface/safetensors#format
 * @param file its tensors are written in their order, as F32 and I32
 * @throws {Error} if a tensor has more or fewer values than its shape says
 */
export function encodeSafetensors({ tensors, metadata }: TensorFile): Uint8Array<ArrayBuffer> {
  const header: [string, unknown][] = [["__metadata__", metadata]];
  let end = 0;
  for (const [name, { shape, data }] of tensors) {
    const wanted = shape.reduce((product, side) => product * side, 1);
    if (data.length !== wanted || name === "__metadata__") {
      throw new Error(`cannot write tensor ${name} [${shape}]: it has ${data.length} values`);
    }
    const dtype = data instanceof Float32Array ? "F32" : "I32";
    header.push([name, { dtype, shape, data_offsets: [end, end += data.byteLength] }]);
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  // Spaces after the JSON bring the values to a multiple of 8 bytes, so that readers can map them.
  const headerLength = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerLength + end).fill(0x20, 8, 8 + headerLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.set(json, 8);
  let offset = 8 + headerLength;
  for (const { data } of tensors.values()) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
    offset += data.byteLength;
  }
  return bytes;
}
