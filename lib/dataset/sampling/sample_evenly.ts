import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { shuffle } from "./shuffle.ts";

type Images = readonly number[];

/** An identity with fewer images makes no positive pair. */
const fewest = 2;

/**
 * Draws images of identities, so many in all at most: of identities with two or more images the same
 * number each, or all where those are fewer; where not even two of each fit, identities are drawn as
 * well. Identities with one image, which have no positive pair, take half of the places at most, unless
 * the others leave more.
 *
 * @param imagesByIdentity for each identity its images
 * @param most 4 and up
 * @returns for each identity that remains its images, both in the order given; as they are where they
 *   are no more than `most`
 */
export function sampleEvenly(
  imagesByIdentity: readonly Images[],
  most: number,
  random: RandomGenerator,
): readonly Images[] {
  const size = imagesByIdentity.reduce((sum, { length }) => sum + length, 0);
  if (size <= most) return imagesByIdentity;
  const singles = imagesByIdentity.filter(({ length }) => length === 1);
  const multiples = imagesByIdentity.filter(({ length }) => length > 1);
  const places = Math.max(Math.floor(most / 2), most - singles.length);
  const each = evenShare(multiples, places);
  const drawn = new Map<Images, Images>();
  let left = places;
  for (const images of shuffle(multiples, random)) {
    const count = Math.min(images.length, each);
    if (count > left) break;
    left -= count;
    drawn.set(images, inOrder(images, count, random));
  }
  left += most - places;
  for (const images of shuffle(singles, random).slice(0, left)) drawn.set(images, images);
  return imagesByIdentity.flatMap((images) => drawn.has(images) ? [drawn.get(images)!] : []);
}

/** The largest number that all can give, or give all they have, without more than `places` in sum. */
function evenShare(identities: readonly Images[], places: number): number {
  const sum = (each: number) =>
    identities.reduce((sum, { length }) => sum + Math.min(length, each), 0);
  let share = fewest, tooMany = places + 1;
  while (tooMany - share > 1) {
    const middle = Math.floor((share + tooMany) / 2);
    if (sum(middle) <= places) share = middle;
    else tooMany = middle;
  }
  return share;
}

function inOrder(images: Images, count: number, random: RandomGenerator): Images {
  const places = shuffle([...images.keys()], random).slice(0, count).sort((a, b) => a - b);
  return places.map((place) => images[place]!);
}
