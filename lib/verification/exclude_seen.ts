import type { SeenGaps, SeenImages } from "../model_file/seen_images.ts";
import type { Catalog } from "../dataset/catalog/catalog.ts";
import { imagesByIdentity } from "../dataset/catalog/images_by_identity.ts";
import { isNumbered } from "./is_numbered.ts";

/** What of a folder a model saw in training, validation included. */
export interface SeenInTraining {
  /** Images whose exact content it saw. */
  readonly images: number;
  /** Other images that are near copies of what it saw, such as an image that was compressed again. */
  readonly copies: number;
  /** Identities with such an image, or with the name of an identity that it saw. */
  readonly identities: number;
  /** Those of them that it saw no image of: they are known by their names alone. */
  readonly byName: number;
  /** The names of these identities. */
  readonly names: readonly string[];
  /** All images of these identities: training knows an identity once it saw one of its images. */
  readonly imagesOfThem: number;
  /**
   * Names of other identities that are numbers, such as `001` or `person_7`, and that training used as well.
   * They only count as names where the folder shares an image with training: otherwise, the numbers of
   * two sets can be the same by chance.
   */
  readonly sameNumbers: readonly string[];
  /** What the record of training lacks. */
  readonly gaps: SeenGaps;
}

/** The images of a catalog that a model saw, and the others. */
export interface SeenAndUnseen {
  readonly seen: SeenInTraining;
  /** Indices into `catalog.images` of all images of the identities that it never saw. */
  readonly unseen: readonly number[];
}

/**
 * Separates the identities of a catalog that a model saw from those that it can be measured on. It saw an
 * identity if it saw an image of it, a near copy of one, or an identity of that name.
 *
 * @param nearCopies indices into `catalog.images` of near copies of what it saw
 */
export function excludeSeen(
  catalog: Catalog,
  record: SeenImages,
  nearCopies: ReadonlySet<number> = new Set(),
): SeenAndUnseen {
  const isSeen = (index: number) => record.has(catalog.images[index]!.hash);
  const isCopy = (index: number) => !isSeen(index) && nearCopies.has(index);
  const groups = imagesByIdentity(catalog).map((images, label) => {
    const name = catalog.identities[label]!;
    return { name, images, bySight: images.some((index) => isSeen(index) || isCopy(index)) };
  });
  const overlaps = groups.some(({ bySight }) => bySight);
  const isNumber = isNumbered(catalog.identities);
  const hasName = ({ name }: { readonly name: string }) =>
    record.hasName(name) && (overlaps || !isNumber(name));
  const { known = [], unknown = [] } = Object.groupBy(
    groups,
    (group) => group.bySight || hasName(group) ? "known" : "unknown",
  );
  const images = known.flatMap(({ images }) => images);
  return {
    seen: {
      images: images.filter(isSeen).length,
      copies: images.filter(isCopy).length,
      identities: known.length,
      byName: known.filter(({ bySight }) => !bySight).length,
      names: known.map(({ name }) => name),
      imagesOfThem: images.length,
      sameNumbers: unknown.map(({ name }) => name).filter((name) => record.hasName(name)),
      gaps: record.gaps,
    },
    unseen: unknown.flatMap(({ images }) => images).sort((a, b) => a - b),
  };
}
