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
  /** The pixels of each, at the size that the embedder sees. */
  readonly pixels: readonly Uint8Array[];
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
    const read = await store.read(chunk);
    const pixels = read.filter((image) => image !== null);
    yield {
      images: chunk.filter((_, index) => read[index] !== null),
      pixels,
      values: await embedder.embed(pixels),
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
 * @param onPixels called with each image that could be decoded, by its index in `catalog.images`
 */
export async function embedCatalog(
  embedder: Embedder,
  catalog: Catalog,
  store: PixelStore,
  images: readonly number[],
  onProgress?: (done: number) => void,
  onPixels?: (image: number, pixels: Uint8Array) => void,
): Promise<CatalogEmbeddings> {
  const dimension = embedder.embeddingSize;
  const values = new Float32Array(images.length * dimension);
  const usable: number[] = [];
  for await (const chunk of embedChunks(embedder, store, images)) {
    values.set(chunk.values, usable.length * dimension);
    usable.push(...chunk.images);
    for (const [row, image] of chunk.images.entries()) onPixels?.(image, chunk.pixels[row]!);
    onProgress?.(chunk.done);
  }
  return {
    values: values.subarray(0, usable.length * dimension),
    dimension,
    labels: Int32Array.from(usable, (index) => catalog.images[index]!.label),
    images: usable,
  };
}

/** Some of the images that were embedded, in their order. */
export function keepEmbeddings(
  { values, dimension, labels, images }: CatalogEmbeddings,
  kept: ReadonlySet<number>,
): CatalogEmbeddings {
  const rows = images.keys().filter((row) => kept.has(images[row]!)).toArray();
  const chosen = new Float32Array(rows.length * dimension);
  for (const [to, row] of rows.entries()) {
    chosen.set(values.subarray(row * dimension, (row + 1) * dimension), to * dimension);
  }
  return {
    values: chosen,
    dimension,
    labels: Int32Array.from(rows, (row) => labels[row]!),
    images: rows.map((row) => images[row]!),
  };
}
