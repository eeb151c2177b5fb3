import { createHash } from "node:crypto";
import type { TensorFile } from "./tensor_file.ts";

/**
 * SHA-256, in hexadecimal digits, of all that a file holds: names, shapes, values and metadata, in
 * whatever order. It tells a bit that a disk has lost from a weight.
 */
export function contentHash({ tensors, metadata }: TensorFile): string {
  const hash = createHash("sha256");
  for (const entry of Object.entries(metadata).sort()) hash.update(JSON.stringify(entry));
  for (const name of [...tensors.keys()].sort()) {
    const { shape, data } = tensors.get(name)!;
    hash.update(JSON.stringify([name, shape]));
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash.digest("hex");
}
