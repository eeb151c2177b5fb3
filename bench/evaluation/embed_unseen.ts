import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import type { Embeddings } from "../../lib/evaluation/similarities/embeddings.ts";
import { openPixelStore } from "../../lib/images/cache/open_pixel_store.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { SeenImages } from "../../lib/model_file/seen_images.ts";
import { embedCatalog } from "../../lib/verification/embed_catalog.ts";
import { selectImages } from "../../lib/verification/select_images.ts";

/** Embeddings of the identities of a folder that a run never saw, and the run's threshold. */
export async function embedUnseen(
  { data, model }: { data: string; model: string },
): Promise<Embeddings & { readonly threshold: number }> {
  using verifier = await loadVerifier(model);
  const catalog = await indexFolder(data);
  const seen = await SeenImages.read(model);
  const { images } = selectImages(catalog, { seen, includeSeen: false });
  const { imageSize, embeddingSize, calibration: { threshold } } = verifier.metadata;
  const cacheFolder = await Deno.makeTempDir();
  const store = await openPixelStore({
    root: catalog.root,
    images: catalog.images,
    size: imageSize,
    cacheFolder,
  });
  try {
    const embedder = { embeddingSize, embed: verifier.embed };
    return { ...await embedCatalog(embedder, catalog, store, images), threshold };
  } finally {
    store.close();
    await Deno.remove(cacheFolder, { recursive: true });
  }
}
