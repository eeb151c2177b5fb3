import type { PairScores } from "../evaluation/pair_scores.ts";
import { scorePairs } from "../evaluation/score_pairs.ts";
import type { PixelStore } from "../images/pixel_store.ts";
import { embedImages } from "../model/embed_images.ts";
import type { EmbeddingModel } from "../model/embedding_model.ts";
import { type CatalogEmbeddings, embedCatalog } from "../verification/embed_catalog.ts";
import type { HeldOutPart } from "./prepare_data.ts";

/** The scores of all pairs of a part. */
export interface PartScores {
  /** Pictures that could be decoded. */
  readonly images: number;
  readonly pairs: PairScores;
  readonly embeddings: CatalogEmbeddings;
}

/** Embeds the pictures of a part with the model as it stands, and scores every pair. */
export async function scorePart(
  model: EmbeddingModel,
  { catalog, images }: HeldOutPart,
  store: PixelStore,
): Promise<PartScores> {
  const { embeddingSize } = model;
  const embed = (pixels: readonly Uint8Array[]) => embedImages(model, pixels, store.size);
  const embeddings = await embedCatalog({ embeddingSize, embed }, catalog, store, images);
  return { images: embeddings.images.length, pairs: scorePairs(embeddings), embeddings };
}
