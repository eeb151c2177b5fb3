import { UserError } from "../language/user_error.ts";
import { csv } from "./csv.ts";
import type { EmbeddingFormat } from "./embedding_format.ts";
import { embeddingFileMessages as messages } from "./messages.ts";
import { npy } from "./npy.ts";
import { parquet } from "./parquet.ts";
import { safetensors } from "./safetensors.ts";

/** The formats of files that hold embeddings. */
export const embeddingFormats: readonly EmbeddingFormat[] = [npy, csv, safetensors, parquet];

/**
 * Finds the format of a file of embeddings by the ending of its name.
 *
 * @throws {UserError} if there is none, naming all
 */
export function findEmbeddingFormat(path: string): EmbeddingFormat {
  const format = embeddingFormats.find(({ ending }) => path.toLowerCase().endsWith(ending));
  if (format) return format;
  const endings = embeddingFormats.map(({ ending }) => ending).join(", ");
  throw new UserError(messages.unknownEnding({ path, endings }));
}
