import type { Catalog } from "../dataset/catalog/catalog.ts";
import type { Embeddings } from "../evaluation/similarities/embeddings.ts";
import type { PixelStore } from "../images/cache/pixel_store.ts";

/** Images read and embedded at a time. */
const CHUNK = 128;

/** What embeds images: see `Verifier`. */
export interface Embedder {
  /** Dimension of an embedding. */
  readonly embeddingSize: number;
  /** Embeds images of the model's size, `[n, embeddingSize]` row by row. */
  embed(images: readonly Uint8Array[]): Promise<Float32Array>;
}

/** Embeddings of images of a catalog. */
export interface CatalogEmbeddings extends Embeddings {
  /** For each row, the index of its image in `catalog.images`. */
  readonly images: readonly number[];
}

/** Embeddings of some images. */
export interface EmbeddedChunk {
  /** Indices of the images, those left out that failed to decode. */
  readonly images: readonly number[];
  /** `[images.length, embeddingSize]`, row by row. */
  readonly values: Float32Array;
  /** Images done so far, those that failed included. */
  readonly done: number;
}

/**
 * Embeds images a chunk at a time, in their order, so that memory does not grow with their number.
 *
 * @param store pixels of the images, at the size that the embedder sees
 * @param images indices into the store
 */
export async function* embedChunks(
  embedder: Embedder,
  store: PixelStore,
  images: readonly number[],
): AsyncGenerator<EmbeddedChunk> {
  for (let begin = 0; begin < images.length; begin += CHUNK) {
    const chunk = images.slice(begin, begin + CHUNK);
    store.prefetch(images.slice(begin + CHUNK, begin + 2 * CHUNK));
    const pixels = await store.read(chunk);
    yield {
      images: chunk.filter((_, index) => pixels[index] !== null),
      values: await embedder.embed(pixels.filter((image) => image !== null)),
      done: begin + chunk.length,
    };
  }
}

/**
 * Embeds images of a catalog; those that fail to decode are left out.
 *
 * @param store pixels of the catalog's images, at the size that the embedder sees
 * @param images indices into `catalog.images`
 * @param onProgress called after every chunk with the number of images done
 */
export async function embedCatalog(
  embedder: Embedder,
  catalog: Catalog,
  store: PixelStore,
  images: readonly number[],
  onProgress?: (done: number) => void,
): Promise<CatalogEmbeddings> {
  const dimension = embedder.embeddingSize;
  const values = new Float32Array(images.length * dimension);
  const usable: number[] = [];
  for await (const chunk of embedChunks(embedder, store, images)) {
    values.set(chunk.values, usable.length * dimension);
    usable.push(...chunk.images);
    onProgress?.(chunk.done);
  }
  return {
    values: values.subarray(0, usable.length * dimension),
    dimension,
    labels: Int32Array.from(usable, (index) => catalog.images[index]!.label),
    images: usable,
  };
}
