import { findNearCopies } from "../images/near_copies/find_near_copies.ts";
import { thumbnailFromText, thumbnailText } from "../images/near_copies/thumbnail_text.ts";
import type { SeenImages } from "../model_file/seen_images.ts";

/**
 * Finds images that are near copies of what a model saw in training.
 *
 * @param thumbnails as `grayThumbnail` makes them, by the index of the image
 * @returns indices; null where too many images are alike to compare them all
 */
export function nearCopiesOfSeen(
  record: SeenImages,
  thumbnails: ReadonlyMap<number, Uint8Array>,
): Set<number> | null {
  const indices = [...thumbnails.keys()];
  // Recorded thumbnails have fewer grays. Rounded alike, those of two copies differ less.
  const rounded = indices.map((index) => thumbnailFromText(thumbnailText(thumbnails.get(index)!)));
  const copies = findNearCopies(rounded, record.thumbnails().map(thumbnailFromText));
  return copies && new Set(copies.map(({ image }) => indices[image]!));
}
