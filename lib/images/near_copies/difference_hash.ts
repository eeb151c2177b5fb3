/**
 * The difference hash (dHash) of a picture: a bit for each grey that is lighter than the one before
 * it, which neither scale, nor compression, nor brightness changes much.
 *
 * @see https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html
 * @param thumbnail `[8, 9]` greys, as `greyThumbnail` makes them
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
