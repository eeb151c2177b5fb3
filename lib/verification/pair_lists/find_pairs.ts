import type { RowPair } from "../../evaluation/scores/score_listed_pairs.ts";
import type { ImageReference, ListedPair } from "./pair_list.ts";
import { imageFinder } from "./image_finder.ts";
import type { NamedImages } from "./image_finder.ts";

/** Pairs of indices into `catalog.images`, and the images that were not found. */
export interface FoundPairs {
  /** For each pair of the list, in its order, where its images are; null if one is missing. */
  readonly pairs: readonly (RowPair | null)[];
  /** The missing images as the list names them, each once. */
  readonly missing: readonly string[];
}

/** Finds the images of a list of pairs in a catalog, as {@linkcode imageFinder} does. */
export function findPairs(
  list: readonly ListedPair[],
  catalog: NamedImages,
): FoundPairs {
  const find = imageFinder(catalog);
  const missing = new Set<string>();
  const pairs = list.map(({ same, ...images }) => {
    const a = find(images.a), b = find(images.b);
    if (a === undefined) missing.add(describe(images.a));
    if (b === undefined) missing.add(describe(images.b));
    return a === undefined || b === undefined ? null : { a, b, same };
  });
  return { pairs, missing: [...missing] };
}

function describe(reference: ImageReference): string {
  return "path" in reference ? reference.path : `${reference.identity} ${reference.number}`;
}
