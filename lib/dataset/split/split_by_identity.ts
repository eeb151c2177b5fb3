import type { Catalog } from "../catalog/catalog.ts";
import { imagesByIdentity } from "../catalog/images_by_identity.ts";
import { randomStream } from "../sampling/random_stream.ts";
import { shuffle } from "../sampling/shuffle.ts";
import { givenSplit, requireMeasurable } from "./given_split.ts";
import { type PartSize, type SplitFractions, splitSizes } from "./split_sizes.ts";

/** Identities, as labels of a catalog, for training, validation, and test. */
export interface Split {
  /** To train on. */
  readonly train: readonly number[];
  /** To choose the best epoch and the threshold. */
  readonly validation: readonly number[];
  /** To compute the reported metrics. */
  readonly test: readonly number[];
}

/**
 * Splits the identities of a catalog for training, validation, and test, so that no identity is in two
 * of them. The split depends only on the identities, their numbers of images, and the seed.
 *
 * Where the data gives a split, its parts stay what they are. One that it lacks is drawn from the
 * training identities; identities of one that is to be empty are in no part.
 *
 * @param options `seed` (32-bit integer) and how many identities to hold out
 * @returns labels in ascending order
 * @throws {UserError} when there are too few identities with two or more images, or the data gives two
 *   parts to an identity
 */
export function splitByIdentity(
  catalog: Catalog,
  { seed, ...fractions }: SplitFractions & { readonly seed: number },
): Split {
  const given = givenSplit(catalog);
  if (!given) return drawSplit(catalog, [...catalog.identities.keys()], { seed, ...fractions });
  const heldOut = (["validation", "test"] as const).filter((part) => fractions[part] !== 0);
  const [kept, lacking] = [true, false].map((has) =>
    heldOut.filter((part) => given[part].length > 0 === has)
  ) as [typeof heldOut, typeof heldOut];
  const toDraw = Object.fromEntries(
    (["validation", "test"] as const)
      .map((part) => [part, lacking.includes(part) ? fractions[part] : 0]),
  );
  const split = drawSplit(catalog, given.train, { seed, ...toDraw });
  for (const part of kept) requireMeasurable(catalog, part, given[part]);
  return { ...split, ...Object.fromEntries(kept.map((part) => [part, given[part]])) };
}

function drawSplit(
  catalog: Catalog,
  among: readonly number[],
  { seed, ...fractions }: SplitFractions & { readonly seed: number },
): Split {
  const counts = new Map(
    imagesByIdentity(catalog, among).map(({ length }, index) => [among[index]!, length]),
  );
  const random = randomStream(seed, 0);
  const labels = shuffle(among, random);
  const singles = labels.filter((label) => counts.get(label) === 1);
  const multiples = labels.filter((label) => counts.get(label)! > 1);
  const sizes = splitSizes({ singles: singles.length, multiples: multiples.length }, fractions);
  const take = (size: PartSize) =>
    [...singles.splice(0, size.singles), ...multiples.splice(0, size.multiples)]
      .sort((a, b) => a - b);
  const test = take(sizes.test);
  const validation = take(sizes.validation);
  return { train: take(sizes.train), validation, test };
}

/**
 * Replaces the labels of a split by the names of the identities, to save it with a run: names stay valid
 * when the folder grows.
 */
export function splitToJson(split: Split, catalog: Catalog): Record<keyof Split, string[]> {
  const names = (labels: readonly number[]) => labels.map((label) => catalog.identities[label]!);
  return {
    train: names(split.train),
    validation: names(split.validation),
    test: names(split.test),
  };
}
