import { findNearCopies } from "../../images/near_copies/find_near_copies.ts";
import type { TrainingData } from "./prepare_data.ts";
import type { PartThumbnails } from "./read_thumbnails.ts";
import { type SplitDuplicate, type SplitImage, splitImages } from "./split_images.ts";

/**
 * Images that are near copies of one in an earlier part of the split: compressed again, resized, made
 * brighter. Exact copies are left to `exactDuplicates`.
 *
 * @param exact the exact copies
 * @returns null if too many images look alike to compare them all
 */
export function nearDuplicates(
  data: TrainingData,
  thumbnails: PartThumbnails,
  exact: readonly SplitDuplicate[],
): SplitDuplicate[] | null {
  const keyOf = (part: string, path: string) => `${part}\0${path}`;
  const copies = new Set(exact.map(({ image: { part, path } }) => keyOf(part, path)));
  const earlier: SplitImage[] = [];
  const earlierThumbnails: (Uint8Array | null)[] = [];
  const found: SplitDuplicate[] = [];
  for (const { part, images } of splitImages(data)) {
    const without = thumbnails[part].map((thumbnail, index) =>
      copies.has(keyOf(part, images[index]!.path)) ? null : thumbnail
    );
    const near = findNearCopies(without, earlierThumbnails);
    if (!near) return null;
    for (const { image, of } of near) {
      found.push({ image: { part, path: images[image]!.path }, of: earlier[of]! });
    }
    for (const [index, { path }] of images.entries()) {
      earlier.push({ part, path });
      earlierThumbnails.push(thumbnails[part][index]!);
    }
  }
  return found;
}
