import { dtypes } from "./dtypes.ts";
import { parseSafetensorsHeader } from "./parse_safetensors_header.ts";
import type { TensorFile } from "./tensor_file.ts";

/**
 * Reads a file in the safetensors format. Nothing in it is trusted: the header is checked whole
 * before a value is read, and no more memory is taken than the file's own size calls for.
 *
 * @see https://github.com/huggingface/safetensors#format
 * @param bytes the whole file
 * @param source what messages call the file, such as its path
 * @returns F32, F16 and BF16 as `Float32Array`; I64, I32, U8 and BOOL as `Int32Array`
 * @throws {UserError} if the file is cut short or damaged, is something else, or holds numbers of
 *   another format
 */
export function parseSafetensors(bytes: Uint8Array, source: string): TensorFile {
  const { entries, metadata } = parseSafetensorsHeader(bytes, source);
  const tensors = new Map(
    entries.map(({ name, dtype, shape, begin, end }) => {
      const data = dtypes.get(dtype)!.decode(
        new Uint8Array(bytes.subarray(begin, end)).buffer,
      );
      return [name, { shape, data }];
    }),
  );
  return { tensors, metadata };
}
