import type { Catalog } from "../../../dataset/catalog/catalog.ts";
import type { HardestPairs, ScoredPair } from "../../../evaluation/scores/hardest_pairs.ts";
import type { PixelStore } from "../../../images/cache/pixel_store.ts";
import type { CatalogEmbeddings } from "../../../verification/embed_catalog.ts";
import { layoutEmbeddings } from "./layout_embeddings.ts";
import { imageDataUrl } from "./image_data_url.ts";
import type { MeasuredContent, ReportImage } from "../content/report_content.ts";

/** Sides of images on the map and in pairs, in pixels: twice their size on the page. */
const mapSide = 64;
const pairSide = 160;
/** Pairs of each kind. */
const shownPairs = 12;
/** Pairs with the same image: one bad image is in many hard pairs, and would crowd out the others. */
const mostPairsOfImage = 2;
/** Images on the map: with more, they would be too small to tell apart. */
const mostMapped = 300;
/** Images of each identity on the map, if it has as many: fewer do not look like a group. */
const fewestOfIdentity = 5;

/** What the images of a report are selected from. */
export interface ReportImageSources {
  readonly catalog: Catalog;
  readonly embeddings: CatalogEmbeddings;
  /** Rows of the embeddings. */
  readonly hardest: HardestPairs;
  /** Pixels of the catalog. */
  readonly store: PixelStore;
  /** A 32-bit integer, for the layout of the map. */
  readonly seed: number;
  /** False to leave out the map; true by default. */
  readonly mapped?: boolean;
}

/** Gathers the images of a report: those on its map, and the hardest pairs. */
export async function reportImages(
  { catalog, embeddings, hardest, store, seed, mapped = true }: ReportImageSources,
): Promise<Pick<MeasuredContent, "map" | "hardest">> {
  const image = async (row: number, side: number): Promise<ReportImage> => {
    const index = embeddings.images[row]!;
    const { path, label } = catalog.images[index]!;
    const [pixels] = await store.read([index]);
    // The image was there to be embedded, but its pixels may be lost with the cache.
    const source = pixels ? imageDataUrl(pixels, store.size, side) : "data:,";
    return { path, identity: catalog.identities[label]!, source };
  };
  const pairs = (scored: HardestPairs[keyof HardestPairs]) =>
    Promise.all(
      selectHardestPairs(scored, shownPairs).map(async ({ a, b, similarity }) => ({
        a: await image(a, pairSide),
        b: await image(b, pairSide),
        similarity,
      })),
    );
  const rows = mapped ? selectMappedImages(embeddings.labels) : [];
  const places = layoutEmbeddings(embeddings, rows, seed);
  return {
    map: await Promise.all(places.map(async ([x, y], i) => ({
      ...await image(rows[i]!, mapSide),
      x,
      y,
    }))),
    hardest: {
      positives: await pairs(hardest.positives),
      negatives: await pairs(hardest.negatives),
    },
  };
}

/**
 * Selects pairs to show, so that each image is in at most two of them.
 *
 * @param pairs the hardest first, as is the result
 * @param count the most pairs to select
 */
export function selectHardestPairs(pairs: readonly ScoredPair[], count: number): ScoredPair[] {
  const shown = new Map<number, number>();
  return pairs.filter(({ a, b }) => {
    if ([a, b].some((row) => (shown.get(row) ?? 0) >= mostPairsOfImage)) return false;
    for (const row of [a, b]) shown.set(row, (shown.get(row) ?? 0) + 1);
    return true;
  }).slice(0, count);
}

/**
 * Selects images for a map: all if they are few; otherwise evenly spaced identities, with as many images
 * of each as fit.
 *
 * @param labels `[n]`: the identity of each row
 * @returns rows, grouped by identity
 */
export function selectMappedImages(labels: ArrayLike<number>): number[] {
  const groups = [...Map.groupBy(Array.from(labels).keys(), (row) => labels[row]!).values()];
  const shown = evenly(groups, Math.floor(mostMapped / fewestOfIdentity));
  const total = (each: number) => shown.reduce((sum, rows) => sum + Math.min(each, rows.length), 0);
  let each = 1;
  while (each < labels.length && total(each + 1) <= mostMapped) each++;
  return shown.flatMap((rows) => evenly(rows, each));
}

/** At most `count` items, evenly spaced. */
function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor(i * items.length / count)]!);
}
