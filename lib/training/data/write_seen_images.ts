import { thumbnailText } from "../../images/near_copies/thumbnail_text.ts";
import { SeenImages } from "../../model_file/seen_images.ts";
import type { TrainingData } from "./prepare_data.ts";
import type { PartThumbnails } from "./read_thumbnails.ts";
import { splitImages } from "./split_images.ts";

/**
 * Writes what a run sees: what it trains on, what it validates on, and what its initial weights saw.
 *
 * @param before what the initial weights saw; null for weights that saw no identity
 * @param thumbnails of the run's images; null before they are decoded
 */
export async function writeSeenImages(
  run: string,
  data: TrainingData,
  before: SeenImages | null,
  thumbnails: PartThumbnails | null = null,
): Promise<void> {
  const catalogs = { train: data.catalog, validation: data.validation.catalog };
  const seen = (wanted: keyof typeof catalogs) => {
    const { images } = splitImages(data).find(({ part }) => part === wanted)!;
    const { identities } = catalogs[wanted];
    const names = new Set(images.map(({ label }) => identities[label]!));
    return {
      identities: [...names],
      hashes: images.map(({ hash }) => hash),
      thumbnails: thumbnails && thumbnails[wanted].map(thumbnailText),
    };
  };
  const own = { training: seen("train"), validation: seen("validation") };
  await new SeenImages([own, ...before?.trainings ?? []]).write(run);
}
