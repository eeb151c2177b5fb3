import type { Catalog } from "../dataset/catalog.ts";
import { countPairs, sizeHistogram } from "../dataset/count_pairs.ts";
import type { SelectedPictures } from "./select_pictures.ts";

/** How many pairs of two identities there are among the selected pictures. */
export function countNegatives(
  catalog: Pick<Catalog, "images">,
  { images, pairs }: Pick<SelectedPictures, "images" | "pairs">,
): number {
  if (pairs) return pairs.filter((pair) => pair?.same === false).length;
  const identities = Map.groupBy(images, (index) => catalog.images[index]!.label);
  return Number(
    countPairs(sizeHistogram(identities.values().map(({ length }) => length))).negativePairs,
  );
}
