/**
 * Bits of the hash that can differ, of 64. With the correlation below, of 600 images of CelebA and of the
 * sample set, the copies of 598 and 594 or more are found when compressed again at quality 40, and packed as
 * `thumbnailText` does; with 3 bits, of 587 and 549. Neither finds a wrong one among 6,180 images of CelebA.
 */
const maxBits = 8;
/**
 * The hash alone is not enough: aligned faces and drawn characters can share theirs (239 pairs of two
 * people among 6,180 images of CelebA, 3,329 pairs of two characters among 4,840 of Omniglot). Above
 * this correlation of the thumbnails remain, of people, only the same photographs under two names, and
 * nothing of Omniglot, Olivetti, or the sample set.
 */
const minCorrelation = 0.997;
/** About ten seconds. Only images whose hashes are nearly all alike take more comparisons. */
const maxComparisons = 2e9;

/** An image that is nearly a copy of another one, as indices into their lists. */
export interface NearCopy {
  /** The copy. */
  readonly image: number;
  /** What it is a copy of. */
  readonly of: number;
}

/**
 * Finds images that are copies of others except for compression, scale, or brightness. It does not
 * find cropped or rotated copies. Nearly every copy shares 16 of the 64 bits of its hash at one of four
 * places, and only images that do are compared, which takes nearly linear time, and memory for `images` alone.
 *
 * @param images thumbnails, as `grayThumbnail` makes them; null for an image that has none
 * @param others what they can be copies of
 * @returns for each image that is a copy, the first image that it copies; null where too many are alike
 */
export function findNearCopies(
  images: readonly (Uint8Array | null)[],
  others: Iterable<Uint8Array | null>,
): NearCopy[] | null {
  const hashes = images.map((thumbnail) => thumbnail && differenceHash(thumbnail));
  const places = [0, 1, 2, 3].map((band) =>
    Map.groupBy(hashes.keys().filter((index) => hashes[index]), (index) => hashes[index]![band]!)
  );
  const copied = new Map<number, number>();
  let comparisons = 0, of = -1;
  for (const other of others) {
    of++;
    if (!other) continue;
    const hash = differenceHash(other);
    for (const [band, place] of places.entries()) {
      for (const image of place.get(hash[band]!) ?? []) {
        if (copied.has(image)) continue;
        if (++comparisons > maxComparisons) return null;
        const one = { hash: hashes[image]!, thumbnail: images[image]! };
        if (areNearCopies(one, { hash, thumbnail: other })) copied.set(image, of);
      }
    }
  }
  return [...copied].sort(([a], [b]) => a - b).map(([image, of]) => ({ image, of }));
}

/** A thumbnail, as `grayThumbnail` makes it, with its {@linkcode differenceHash}. */
export interface HashedThumbnail {
  readonly hash: Uint16Array;
  readonly thumbnail: Uint8Array;
}

/** True for two images that are the same except for compression, scale, or brightness. */
export function areNearCopies(a: HashedThumbnail, b: HashedThumbnail): boolean {
  return differingBits(a.hash, b.hash) <= maxBits &&
    correlation(a.thumbnail, b.thumbnail) > minCorrelation;
}

function differingBits(a: Uint16Array, b: Uint16Array): number {
  let bits = 0;
  for (let band = 0; band < 4; band++) {
    for (let rest = a[band]! ^ b[band]!; rest !== 0; rest &= rest - 1) bits++;
  }
  return bits;
}

/**
 * Pearson's correlation of the grays of two images, which neither brightness nor contrast changes.
 *
 * @returns -1 to 1; NaN where all pixels of an image are the same
 */
function correlation(a: Uint8Array, b: Uint8Array): number {
  const n = a.length;
  let sumA = 0, sumB = 0, squaresA = 0, squaresB = 0, products = 0;
  for (let i = 0; i < n; i++) {
    const x = a[i]!, y = b[i]!;
    sumA += x, sumB += y, squaresA += x * x, squaresB += y * y, products += x * y;
  }
  const variances = (n * squaresA - sumA * sumA) * (n * squaresB - sumB * sumB);
  return (n * products - sumA * sumB) / Math.sqrt(variances);
}

/**
 * Computes the difference hash (dHash) of an image: a bit for each pixel, set where it is lighter than
 * the one before. Scale, compression, and brightness change it little.
 *
 * @see https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html
 * @param thumbnail `[8, 9]` grays, as `grayThumbnail` makes them
 * @returns 64 bits as four numbers of 16
 */
export function differenceHash(thumbnail: Uint8Array): Uint16Array {
  const hash = new Uint16Array(4);
  for (let bit = 0; bit < 64; bit++) {
    const cell = bit + (bit >>> 3);
    if (thumbnail[cell + 1]! > thumbnail[cell]!) hash[bit >>> 4]! |= 1 << (bit & 15);
  }
  return hash;
}
