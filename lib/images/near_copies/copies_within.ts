import { areNearCopies, differenceHash } from "./find_near_copies.ts";

/**
 * Counts images that are copies of an earlier one of the same list, exact or near.
 *
 * @param images the SHA-256 of each file's content, and its thumbnail as `grayThumbnail` makes it
 */
export function copiesWithin(
  images: readonly { readonly hash: string; readonly thumbnail: Uint8Array }[],
): number {
  const hashes = images.map(({ thumbnail }) => differenceHash(thumbnail));
  return images.filter((image, index) => {
    for (let other = 0; other < index; other++) {
      const { hash, thumbnail } = images[other]!;
      if (hash === image.hash) return true;
      const one = { hash: hashes[index]!, thumbnail: image.thumbnail };
      if (areNearCopies(one, { hash: hashes[other]!, thumbnail })) return true;
    }
    return false;
  }).length;
}
