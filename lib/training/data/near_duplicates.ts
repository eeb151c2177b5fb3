import { findNearCopies } from "../../images/near_copies/find_near_copies.ts";
import { grayThumbnail } from "../../images/near_copies/gray_thumbnail.ts";
import type { TrainingData } from "./prepare_data.ts";
import { type PartImages, type SplitDuplicate, splitImages, type Stores } from "./split_images.ts";

/** Images that are read at a time. */
const chunk = 256;

/**
 * Images that are near copies of one in an earlier part of the split: compressed again, resized, made
 * brighter. Exact copies are left to `exactDuplicates`.
 *
 * It reads all pixels of the run, so it is best done when they are in the cache.
 *
 * @param exact the exact copies
 * @param onProgress called now and then with the fraction of images that are read, 0 to 1
 * @returns null if too many images look alike to compare them all
 */
export async function nearDuplicates(
  data: TrainingData,
  stores: Stores,
  exact: readonly SplitDuplicate[],
  onProgress?: (fraction: number) => void,
): Promise<SplitDuplicate[] | null> {
  const parts = splitImages(data);
  const total = parts.reduce((sum, { images }) => sum + images.length, 0);
  const keyOf = (part: string, path: string) => `${part}\0${path}`;
  const copies = new Set(exact.map(({ image: { part, path } }) => keyOf(part, path)));
  const earlier: { part: PartImages["part"]; path: string }[] = [];
  const earlierThumbnails: (Uint8Array | null)[] = [];
  const found: SplitDuplicate[] = [];
  let read = 0;
  for (const members of parts) {
    const { part, images } = members;
    const thumbnails = await thumbnailsOf(members, stores, (count) => {
      read += count;
      onProgress?.(read / total);
    });
    const without = thumbnails.map((thumbnail, index) =>
      copies.has(keyOf(part, images[index]!.path)) ? null : thumbnail
    );
    const near = findNearCopies(without, earlierThumbnails);
    if (!near) return null;
    for (const { image, of } of near) {
      found.push({ image: { part, path: images[image]!.path }, of: earlier[of]! });
    }
    for (const [index, { path }] of images.entries()) {
      earlier.push({ part, path });
      earlierThumbnails.push(thumbnails[index]!);
    }
  }
  return found;
}

async function thumbnailsOf(
  { indices, store }: PartImages,
  stores: Stores,
  onRead: (count: number) => void,
): Promise<(Uint8Array | null)[]> {
  const { [store]: pixels } = stores;
  const thumbnails: (Uint8Array | null)[] = [];
  for (let begin = 0; begin < indices.length; begin += chunk) {
    const part = await pixels.read(indices.slice(begin, begin + chunk));
    for (const image of part) thumbnails.push(image && grayThumbnail(image, pixels.size));
    onRead(part.length);
  }
  return thumbnails;
}
