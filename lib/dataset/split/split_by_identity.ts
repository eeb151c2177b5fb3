import type { Catalog } from "../catalog/catalog.ts";
import { imagesByIdentity } from "../catalog/images_by_identity.ts";
import { randomStream } from "../sampling/random_stream.ts";
import { shuffle } from "../sampling/shuffle.ts";
import type { Split } from "./split.ts";
import { type PartSize, type SplitFractions, splitSizes } from "./split_sizes.ts";

/**
 * Splits the identities of a catalog for training, validation and test, so that no identity is in
 * two of them. Depends on the catalog's identities, their numbers of images and the seed alone.
 *
 * @param options `seed` (32-bit integer) and how many identities are held out
 * @returns labels in ascending order
 * @throws {UserError} when there are too few identities with two or more images
 */
export function splitByIdentity(
  catalog: Catalog,
  { seed, ...shares }: SplitFractions & { readonly seed: number },
): Split {
  const counts = imagesByIdentity(catalog).map((images) => images.length);
  const random = randomStream(seed, 0);
  const labels = shuffle([...counts.keys()], random);
  const singles = labels.filter((label) => counts[label] === 1);
  const multiples = labels.filter((label) => counts[label]! > 1);
  const sizes = splitSizes({ singles: singles.length, multiples: multiples.length }, shares);
  const take = (size: PartSize) =>
    [...singles.splice(0, size.singles), ...multiples.splice(0, size.multiples)]
      .sort((a, b) => a - b);
  const test = take(sizes.test);
  const validation = take(sizes.validation);
  return { train: take(sizes.train), validation, test };
}
