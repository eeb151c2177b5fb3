import type { SeenImages } from "../model_file/seen_images.ts";
import type { Catalog } from "../dataset/catalog/catalog.ts";
import { imagesByIdentity } from "../dataset/catalog/images_by_identity.ts";

/** What of a folder a model saw in training, validation included. */
export interface SeenInTraining {
  /** Images whose exact content it saw. */
  readonly images: number;
  /** Identities with such an image. */
  readonly identities: number;
  /** All images of these identities: training knows an identity once it saw one of its images. */
  readonly imagesOfThem: number;
}

/**
 * Separates the images of a catalog that a model saw from those that it can be measured on.
 *
 * @returns `unseen`: indices into `catalog.images` of all images of the identities that it never saw
 */
export function excludeSeen(
  catalog: Catalog,
  images: SeenImages,
): { seen: SeenInTraining; unseen: readonly number[] } {
  const isSeen = (index: number) => images.has(catalog.images[index]!.hash);
  const { known = [], unknown = [] } = Object.groupBy(
    imagesByIdentity(catalog),
    (own) => own.some(isSeen) ? "known" : "unknown",
  );
  const seen = {
    images: known.flat().filter(isSeen).length,
    identities: known.length,
    imagesOfThem: known.flat().length,
  };
  return { seen, unseen: unknown.flat().sort((a, b) => a - b) };
}
