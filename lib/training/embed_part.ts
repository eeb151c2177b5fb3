import type { Embeddings } from "../evaluation/embeddings.ts";
import type { PixelStore } from "../images/pixel_store.ts";
import type { EmbeddingModel } from "../model/embedding_model.ts";
import { embedImages } from "../model/embed_images.ts";
import type { HeldOutPart } from "./prepare_data.ts";

/** So many pictures are held in memory at a time. */
const chunk = 512;

/** Embeds the pictures of a part; those that fail to decode are left out. */
export async function embedPart(
  model: EmbeddingModel,
  { catalog, images }: HeldOutPart,
  store: PixelStore,
): Promise<Embeddings> {
  const dimension = model.embeddingSize;
  const parts: Float32Array[] = [];
  const labels: number[] = [];
  for (let begin = 0; begin < images.length; begin += chunk) {
    const indices = images.slice(begin, begin + chunk);
    const read = await store.read(indices);
    const usable = read.flatMap((pixels, i) => pixels ? [{ pixels, index: indices[i]! }] : []);
    parts.push(await embedImages(model, usable.map(({ pixels }) => pixels), store.size));
    labels.push(...usable.map(({ index }) => catalog.images[index]!.label));
  }
  const values = new Float32Array(labels.length * dimension);
  let offset = 0;
  for (const part of parts) {
    values.set(part, offset);
    offset += part.length;
  }
  return { values, dimension, labels: Int32Array.from(labels) };
}
