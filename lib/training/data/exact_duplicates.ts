import type { TrainingData } from "./prepare_data.ts";
import { type SplitDuplicate, type SplitImage, splitImages } from "./split_images.ts";

/** Pictures whose file is, byte for byte, also in a part of the split that comes before theirs. */
export function exactDuplicates(data: TrainingData): SplitDuplicate[] {
  const known = new Map<string, SplitImage>();
  return splitImages(data).flatMap(({ part, images }) => {
    const found = images.flatMap(({ path, hash }) => {
      const of = known.get(hash);
      return of ? [{ picture: { part, path }, of }] : [];
    });
    for (const { path, hash } of images) if (!known.has(hash)) known.set(hash, { part, path });
    return found;
  });
}
