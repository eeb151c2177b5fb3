import { grayThumbnail } from "../../images/near_copies/gray_thumbnail.ts";
import type { TrainingData } from "./prepare_data.ts";
import { type SplitImage, splitImages, type Stores } from "./split_images.ts";

/** Images that are read at a time. */
const chunk = 256;

/** For each part, the thumbnails of its images in the order of `splitImages`; null for one that failed. */
export type PartThumbnails = Readonly<Record<SplitImage["part"], readonly (Uint8Array | null)[]>>;

/**
 * Makes thumbnails of all images of a run, to tell copies by. It reads all of their pixels, so it is best
 * done when they are in the cache.
 *
 * @param onProgress called now and then with the fraction of images that are read, 0 to 1
 */
export async function readThumbnails(
  data: TrainingData,
  stores: Stores,
  onProgress?: (fraction: number) => void,
): Promise<PartThumbnails> {
  const parts = splitImages(data);
  const total = parts.reduce((sum, { images }) => sum + images.length, 0);
  const thumbnails = {
    train: [] as (Uint8Array | null)[],
    validation: [] as (Uint8Array | null)[],
    test: [] as (Uint8Array | null)[],
  };
  let read = 0;
  for (const { part, indices, store } of parts) {
    const { [store]: pixels } = stores;
    for (let begin = 0; begin < indices.length; begin += chunk) {
      const images = await pixels.read(indices.slice(begin, begin + chunk));
      for (const image of images) {
        thumbnails[part].push(image && grayThumbnail(image, pixels.size));
      }
      read += images.length;
      onProgress?.(read / total);
    }
  }
  return thumbnails;
}
