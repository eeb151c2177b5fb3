import { findNearCopies } from "../../images/near_copies/find_near_copies.ts";
import { grayThumbnail } from "../../images/near_copies/gray_thumbnail.ts";
import type { TrainingData } from "./prepare_data.ts";
import { type PartImages, type SplitDuplicate, splitImages, type Stores } from "./split_images.ts";

/** Pictures read at a time. */
const chunk = 256;

/**
 * Pictures that are nearly copies of one in a part of the split that comes before theirs: compressed
 * anew, resized, brightened. Exact copies are left to `exactDuplicates`.
 *
 * It reads all pixels of the run, so that it is best done when they are in the cache.
 *
 * @param onProgress called now and then with the share of pictures read, 0 to 1
 * @returns null where too many pictures are alike to compare them all
 */
export async function nearDuplicates(
  data: TrainingData,
  stores: Stores,
  exact: readonly SplitDuplicate[],
  onProgress?: (share: number) => void,
): Promise<SplitDuplicate[] | null> {
  const parts = splitImages(data);
  const total = parts.reduce((sum, { images }) => sum + images.length, 0);
  const keyOf = (part: string, path: string) => `${part}\0${path}`;
  const copies = new Set(exact.map(({ picture: { part, path } }) => keyOf(part, path)));
  const earlier: { part: PartImages["part"]; path: string }[] = [];
  const earlierThumbnails: (Uint8Array | null)[] = [];
  const found: SplitDuplicate[] = [];
  let read = 0;
  for (const pictures of parts) {
    const { part, images } = pictures;
    const thumbnails = await thumbnailsOf(pictures, stores, (count) => {
      read += count;
      onProgress?.(read / total);
    });
    const without = thumbnails.map((thumbnail, index) =>
      copies.has(keyOf(part, images[index]!.path)) ? null : thumbnail
    );
    const near = findNearCopies(without, earlierThumbnails);
    if (!near) return null;
    for (const { image: picture, of } of near) {
      found.push({ picture: { part, path: images[picture]!.path }, of: earlier[of]! });
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
    for (const picture of part) thumbnails.push(picture && grayThumbnail(picture, pixels.size));
    onRead(part.length);
  }
  return thumbnails;
}
