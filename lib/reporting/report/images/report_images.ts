import type { Catalog } from "../../../dataset/catalog/catalog.ts";
import type { HardestPairs } from "../../../evaluation/scores/hardest_pairs.ts";
import type { PixelStore } from "../../../images/cache/pixel_store.ts";
import type { CatalogEmbeddings } from "../../../verification/embed_catalog.ts";
import { selectHardestPairs } from "./select_hardest_pairs.ts";
import { selectMappedImages } from "./select_mapped_images.ts";
import { layoutEmbeddings } from "./layout_embeddings.ts";
import { imageDataUrl } from "./image_data_url.ts";
import type { MeasuredContent, ReportImage } from "../content/report_content.ts";

/** Sides of pictures in pixels: twice what is shown of them, where there is so much. */
const onMap = 64;
const inPair = 160;
/** Pairs of each kind. */
const pairsShown = 12;

/** What the pictures of a report are chosen from. */
export interface ReportImageSources {
  readonly catalog: Catalog;
  readonly embeddings: CatalogEmbeddings;
  /** Rows of the embeddings. */
  readonly hardest: HardestPairs;
  /** Pixels of the catalog. */
  readonly store: PixelStore;
  /** A 32-bit integer that the map is laid out by. */
  readonly seed: number;
}

/** Gathers the pictures of a report: those on its map, and the hardest pairs. */
export async function reportImages(
  { catalog, embeddings, hardest, store, seed }: ReportImageSources,
): Promise<Pick<MeasuredContent, "map" | "hardest">> {
  const picture = async (row: number, side: number): Promise<ReportImage> => {
    const index = embeddings.images[row]!;
    const { path, label } = catalog.images[index]!;
    const [pixels] = await store.read([index]);
    // It was there to be embedded; a cache that is lost meanwhile leaves a place without a picture.
    const source = pixels ? imageDataUrl(pixels, store.size, side) : "data:,";
    return { path, identity: catalog.identities[label]!, source };
  };
  const pairs = (scored: HardestPairs[keyof HardestPairs]) =>
    Promise.all(
      selectHardestPairs(scored, pairsShown).map(async ({ a, b, similarity }) => ({
        a: await picture(a, inPair),
        b: await picture(b, inPair),
        similarity,
      })),
    );
  const rows = selectMappedImages(embeddings.labels);
  const places = layoutEmbeddings(embeddings, rows, seed);
  return {
    map: await Promise.all(places.map(async ([x, y], i) => ({
      ...await picture(rows[i]!, onMap),
      x,
      y,
    }))),
    hardest: {
      positives: await pairs(hardest.positives),
      negatives: await pairs(hardest.negatives),
    },
  };
}
