import { UserError } from "../../language/user_error.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { imagesByIdentity } from "../catalog/images_by_identity.ts";
import { datasetMessages as messages } from "../messages.ts";
import { randomStream } from "../sampling/random_stream.ts";
import { shuffle } from "../sampling/shuffle.ts";

/** A fold is measured on pairs of one identity and of two, both with a second image. */
const fewestMultiples = 2;

/**
 * Splits the identities of a catalog into folds for cross-validation: each identity is in one fold, and
 * the folds differ by at most one identity, and by at most one with two or more images. The split depends
 * only on the identities, their numbers of images, and the seed.
 *
 * @param options.folds how many, 2 or more
 * @param options.seed a 32-bit integer
 * @param options.labels of the identities to split, all by default
 * @returns the labels of each fold, in ascending order
 * @throws {UserError} if a fold would have fewer than two identities with two or more images
 */
export function foldIdentities(
  catalog: Catalog,
  { folds, seed, labels: wanted = [...catalog.identities.keys()] }: {
    readonly folds: number;
    readonly seed: number;
    readonly labels?: readonly number[];
  },
): number[][] {
  const counts = imagesByIdentity(catalog).map(({ length }) => length);
  const labels = shuffle([...wanted].sort((a, b) => a - b), randomStream(seed, 0));
  const multiples = labels.filter((label) => counts[label]! > 1);
  const singles = labels.filter((label) => counts[label] === 1);
  const most = Math.floor(multiples.length / fewestMultiples);
  if (folds > most) {
    throw new UserError(messages.tooFewToFold({
      identities: labels.length,
      folds,
      min: fewestMultiples,
      found: multiples.length,
      advice: most < 2 ? messages.adviseIdentities() : messages.adviseFewerFolds({ most }),
    }));
  }
  const dealt = [...multiples, ...singles];
  return Array.from(
    { length: folds },
    (_, fold) => dealt.filter((_, place) => place % folds === fold).sort((a, b) => a - b),
  );
}

/** More folds give models that have seen more, and fewer pairs to measure on in each fold. */
const usualFolds = 5;
/** With fewer identities, metrics depend a lot on which identities they are. */
const fewHeldOut = 30;

/**
 * The number of folds to propose: five, or as many as have two identities each.
 *
 * @param multiples identities with two or more images, of all
 * @param heldOut identities that would be measured on without folds
 * @returns null if these are enough, or there are too few for two folds
 */
export function proposedFolds(multiples: number, heldOut: number): number | null {
  if (heldOut >= fewHeldOut) return null;
  const folds = Math.min(usualFolds, Math.floor(multiples / fewestMultiples));
  return folds < 2 ? null : folds;
}
