import { ifExists } from "../io/if_exists.ts";
import { UserError } from "../language/user_error.ts";
import { findEmbeddingFormat } from "./embedding_formats.ts";
import type { EmbeddingTable } from "./embedding_table.ts";
import { embeddingFileMessages as messages } from "./messages.ts";

/**
 * Reads a file of embeddings, of any model and program, and scales each to unit length.
 *
 * @param path a file in one of `embeddingFormats`, by its ending
 * @throws {UserError} if there is no such file, it does not hold embeddings with identities, or an
 *   embedding is 0 or not finite
 *
 * @example
 * ```ts
 * import { readEmbeddings } from "@futago/futago";
 *
 * const { dimension, paths, identities } = await readEmbeddings("embeddings.npy");
 * console.log(dimension, paths.length, identities.length);
 * ```
 */
export async function readEmbeddings(path: string): Promise<EmbeddingTable> {
  const { read, files } = findEmbeddingFormat(path);
  for (const file of files(path)) {
    const found = await ifExists(Deno.stat(file));
    if (!found?.isFile) throw new UserError(messages.missing({ path: file }));
  }
  const table = await read(path);
  const { values, dimension } = table;
  for (let row = 0; row * dimension < values.length; row++) {
    const embedding = values.subarray(row * dimension, (row + 1) * dimension);
    const length = Math.hypot(...embedding);
    if (!(length > 0 && length < Infinity)) {
      throw new UserError(
        messages.notReadable({ path, reason: messages.zeroRow({ row: row + 1 }) }),
      );
    }
    for (let i = 0; i < dimension; i++) embedding[i] = embedding[i]! / length;
  }
  return table;
}
