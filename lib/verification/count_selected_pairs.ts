import type { Catalog } from "../dataset/catalog/catalog.ts";
import { countPairs, sizeHistogram } from "../dataset/catalog/count_pairs.ts";
import type { SelectedImages } from "./select_images.ts";

/** How many pairs of one identity and of two there are among the selected pictures. */
export function countSelectedPairs(
  catalog: Pick<Catalog, "images">,
  { images, pairs }: Pick<SelectedImages, "images" | "pairs">,
): { positivePairs: number; negativePairs: number } {
  if (pairs) {
    const count = (same: boolean) => pairs.filter((pair) => pair?.same === same).length;
    return { positivePairs: count(true), negativePairs: count(false) };
  }
  const identities = Map.groupBy(images, (index) => catalog.images[index]!.label);
  const counts = countPairs(sizeHistogram(identities.values().map(({ length }) => length)));
  return {
    positivePairs: Number(counts.positivePairs),
    negativePairs: Number(counts.negativePairs),
  };
}
