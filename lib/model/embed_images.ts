import * as tf from "@tensorflow/tfjs";
import { normalizeImages } from "../images/normalize/normalize_images.ts";
import type { EmbeddingModel } from "./embedding_model.ts";
import { unitEmbeddings } from "./unit_embeddings.ts";

/** The most images in one pass. */
const largest = 32;

/**
 * Embeds images. How many there are does not change an embedding, on WebAssembly not even in its last
 * bit.
 *
 * @param images each `[size, size, 3]`, 0 to 255
 * @param size side of every image in pixels
 * @returns `[n, embeddingSize]`, row by row, each row of unit length
 */
export async function embedImages(
  model: EmbeddingModel,
  images: readonly Uint8Array[],
  size: number,
): Promise<Float32Array> {
  const { embeddingSize, normalization } = model;
  const out = new Float32Array(images.length * embeddingSize);
  const pixels = size * size * 3;
  const input = new Float32Array(batchFor(images.length) * pixels);
  for (let begin = 0; begin < images.length; begin += largest) {
    const part = images.slice(begin, begin + largest), batch = batchFor(part.length);
    normalizeImages(part, normalization, input.subarray(0, part.length * pixels));
    const shape: [number, number, number, number] = [batch, size, size, 3];
    const rows = tf.tidy(() =>
      unitEmbeddings(model, tf.tensor4d(input.subarray(0, batch * pixels), shape))
    );
    const values = await rows.data();
    rows.dispose();
    out.set(values.subarray(0, part.length * embeddingSize) as Float32Array, begin * embeddingSize);
  }
  return out;
}

/** One of few sizes, because GPU memory is pooled by exact size. */
function batchFor(images: number): number {
  return Math.min(largest, 2 ** Math.ceil(Math.log2(images)));
}
