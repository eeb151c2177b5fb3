import type { PixelStore } from "../../images/cache/pixel_store.ts";
import { embedImages } from "../../model/embed_images.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import { type CatalogEmbeddings, embedCatalog } from "../../verification/embed_catalog.ts";
import type { HeldOutPart } from "./prepare_data.ts";

/** Embeds those images of a part that can be decoded, with the model as it is now. */
export function embedHeldOut(
  model: EmbeddingModel,
  { catalog, images }: Pick<HeldOutPart, "catalog" | "images">,
  store: PixelStore,
): Promise<CatalogEmbeddings> {
  const { embeddingSize } = model;
  const embed = (pixels: readonly Uint8Array[]) => embedImages(model, pixels, store.size);
  return embedCatalog({ embeddingSize, embed }, catalog, store, images);
}
