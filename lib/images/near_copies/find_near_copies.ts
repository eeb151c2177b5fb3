import { correlation } from "./correlation.ts";
import { differenceHash } from "./difference_hash.ts";

/**
 * Bits of the hash that may differ, of 64. With the correlation below, of 300 pictures of CelebA the
 * copies were found of 297 compressed anew at quality 40, 299 made smaller by almost a half, and 295
 * made brighter by a tenth.
 */
const mostBits = 3;
/**
 * The hash alone is not enough: faces that are aligned alike and drawn characters share theirs (239
 * pairs of two people among 6,180 pictures of CelebA, 3,329 of two characters among 4,840 of
 * Omniglot). Above this correlation of the thumbnails remained of people only the same photographs
 * under two names, and nothing of Omniglot, of Olivetti or of the sample set.
 */
const leastCorrelation = 0.997;
/** Some ten seconds; only pictures whose hashes are nearly all alike take more. */
const mostComparisons = 2e9;

/** A picture and an earlier one that it is nearly a copy of, as indices into their lists. */
export interface NearCopy {
  readonly image: number;
  readonly of: number;
}

/**
 * Finds the pictures that are copies of others but for compression, scale or brightness: cropped or
 * turned ones are not found. Every such copy shares 16 of the 64 bits of its hash at one of four
 * places, so that only pictures which do are compared: nearly linear in time.
 *
 * @param pictures thumbnails, as `greyThumbnail` makes them; null for a picture that has none
 * @param others what they may be copies of
 * @returns for each picture that is a copy the first that it is one of; null where too many are alike
 */
export function findNearCopies(
  pictures: readonly (Uint8Array | null)[],
  others: readonly (Uint8Array | null)[],
): NearCopy[] | null {
  const hashesOf = (list: readonly (Uint8Array | null)[]) =>
    list.map((thumbnail) => thumbnail && differenceHash(thumbnail));
  const hashes = hashesOf(others);
  const places = [0, 1, 2, 3].map((band) =>
    Map.groupBy(hashes.keys().filter((index) => hashes[index]), (index) => hashes[index]![band]!)
  );
  const copies: NearCopy[] = [];
  let comparisons = 0;
  for (const [picture, hash] of hashesOf(pictures).entries()) {
    if (!hash) continue;
    let of = Infinity;
    for (const [band, place] of places.entries()) {
      for (const other of place.get(hash[band]!) ?? []) {
        if (other >= of) break;
        if (++comparisons > mostComparisons) return null;
        const alike = differingBits(hash, hashes[other]!) <= mostBits &&
          correlation(pictures[picture]!, others[other]!) > leastCorrelation;
        if (alike) of = other;
      }
    }
    if (of < Infinity) copies.push({ image: picture, of });
  }
  return copies;
}

function differingBits(a: Uint16Array, b: Uint16Array): number {
  let bits = 0;
  for (let band = 0; band < 4; band++) {
    for (let rest = a[band]! ^ b[band]!; rest !== 0; rest &= rest - 1) bits++;
  }
  return bits;
}
