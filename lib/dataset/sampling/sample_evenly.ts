import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { partitionPoint } from "./partition_point.ts";
import { shuffle } from "./shuffle.ts";

/** Indices of the images of one identity. */
export type Images = readonly number[];

/** An identity with fewer images makes no positive pair. */
const fewest = 2;

/**
 * Samples images of identities up to a limit. Identities with two or more images give the same number
 * each, or all their images where they have fewer. Where not even two of each fit, identities are
 * sampled as well. Identities with one image, which have no positive pair, take at most half of the
 * places, unless the others leave more.
 *
 * @param imagesByIdentity for each identity its images
 * @param max the limit, 4 or more
 * @returns for each remaining identity its images, both in their original order; all where they are not
 *   more than `max`
 */
export function sampleEvenly(
  imagesByIdentity: readonly Images[],
  max: number,
  random: RandomGenerator,
): readonly Images[] {
  const size = imagesByIdentity.reduce((sum, { length }) => sum + length, 0);
  if (size <= max) return imagesByIdentity;
  const singles = imagesByIdentity.filter(({ length }) => length === 1);
  const multiples = imagesByIdentity.filter(({ length }) => length > 1);
  const places = Math.max(Math.floor(max / 2), max - singles.length);
  const each = evenNumber(multiples, places);
  const chosen = new Map<Images, Images>();
  let left = places;
  for (const images of shuffle(multiples, random)) {
    const count = Math.min(images.length, each);
    if (count > left) break;
    left -= count;
    chosen.set(images, inOrder(images, count, random));
  }
  left += max - places;
  for (const images of shuffle(singles, random).slice(0, left)) chosen.set(images, images);
  return imagesByIdentity.flatMap((images) => chosen.has(images) ? [chosen.get(images)!] : []);
}

/** The largest number that each can give, or all that it has, with at most `places` in total. */
function evenNumber(identities: readonly Images[], places: number): number {
  const sum = (each: number) =>
    identities.reduce((sum, { length }) => sum + Math.min(length, each), 0);
  return partitionPoint(fewest + 1, places + 1, (each) => sum(each) <= places) - 1;
}

function inOrder(images: Images, count: number, random: RandomGenerator): Images {
  const places = shuffle([...images.keys()], random).slice(0, count).sort((a, b) => a - b);
  return places.map((place) => images[place]!);
}
