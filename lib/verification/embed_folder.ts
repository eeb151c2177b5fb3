import type { Catalog, SkippedFile } from "../dataset/catalog/catalog.ts";
import { findEmbeddingFormat } from "../embedding_file/embedding_formats.ts";
import { openPixelStore } from "../images/cache/open_pixel_store.ts";
import type { Verifier } from "../model/verifier.ts";
import { embedChunks } from "./embed_catalog.ts";
import { UserError } from "../language/user_error.ts";
import { verificationMessages } from "./messages.ts";

/** Pixels are read once: more memory than for the images under way would be wasted. */
const pixelMemory = 2 ** 26;

/** How to embed a folder. */
export interface EmbedFolderOptions {
  /** Where to write: npy, csv, safetensors or parquet by its ending. An older file is replaced. */
  readonly file: string;
  /** Keeps decoded pixels for later runs. */
  readonly cacheFolder: string;
  /** Called as it goes on, with the images done and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What was embedded. */
export interface EmbeddedFolder {
  /** Images in the file. */
  readonly images: number;
  /** Files that are no image, and images that could not be decoded. */
  readonly skipped: readonly SkippedFile[];
}

/**
 * Embeds all images of a folder and writes them to a file with their paths, identities and labels. Images
 * are embedded and written some at a time, so that a million take no more memory than a thousand.
 *
 * @throws {UserError} if the file's name has no known ending, or the model's embeddings are not numbers
 *
 * @example
 * ```ts
 * import { embedFolder, indexFolder, loadVerifier } from "@futago/futago";
 *
 * using verifier = await loadVerifier("runs/faces");
 * const { images } = await embedFolder(verifier, await indexFolder("photos"), {
 *   file: "embeddings.npy",
 *   cacheFolder: "cache",
 * });
 * console.log(images);
 * ```
 */
export async function embedFolder(
  verifier: Verifier,
  catalog: Catalog,
  { file, cacheFolder, onProgress }: EmbedFolderOptions,
): Promise<EmbeddedFolder> {
  const { imageSize, fit, embeddingSize } = verifier.metadata;
  const { root, images, identities, leftOut } = catalog;
  const format = findEmbeddingFormat(file);
  const options = { root, images, size: imageSize, fit, cacheFolder, memory: pixelMemory };
  const store = await openPixelStore(options);
  try {
    using writer = await format.create(file, { dimension: embeddingSize, identities });
    let count = 0;
    const all = [...images.keys()];
    const embedder = { embeddingSize, embed: verifier.embed };
    for await (const { images: chunk, values, done } of embedChunks(embedder, store, all)) {
      if (!values.every(Number.isFinite)) {
        throw new UserError(verificationMessages.embeddingsNotFinite());
      }
      await writer.write({
        values,
        paths: chunk.map((index) => images[index]!.path),
        labels: Int32Array.from(chunk, (index) => images[index]!.label),
      });
      count += chunk.length;
      onProgress?.(done, images.length);
    }
    await writer.finish();
    return { images: count, skipped: [...leftOut, ...store.skipped] };
  } finally {
    store.close();
  }
}
