import type { ImageReference } from "./pair_list.ts";
import { imageFinder, imageNumber } from "./image_finder.ts";
import type { NamedImages } from "./image_finder.ts";

/**
 * How a list of pairs names the images of a catalog: by their identities and numbers if all files
 * are named as in Labeled Faces in the Wild (`NAME/NAME_0001.jpg`), their paths otherwise, which stay
 * what they are when images are added.
 *
 * @returns a reference for each of `catalog.images`; null for one that could not be found again by it,
 *   such as a path with a line break
 */
export function imageReferences(
  catalog: NamedImages,
): (ImageReference | null)[] {
  const { images, identities } = catalog;
  const find = imageFinder(catalog);
  const references = (refer: (index: number) => ImageReference) =>
    images.map((_, index) => {
      const reference = refer(index);
      const text = "path" in reference ? reference.path : reference.identity;
      return isField(text) && find(reference) === index ? reference : null;
    });
  const numbers = images.map(({ path, label }) => imageNumber(path, identities[label]!));
  if (numbers.every((number) => number !== undefined)) {
    const numbered = references((index) => ({
      identity: identities[images[index]!.label]!,
      number: numbers[index]!,
    }));
    if (!numbered.includes(null)) return numbered;
  }
  return references((index) => ({ path: images[index]!.path }));
}

/** True for a text that a line keeps as it is, among others apart by tabs. */
function isField(text: string): boolean {
  return !/[\t\r\n]/.test(text) && text.trim() === text;
}
