/** A character for each of 64 grays, as in base64. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const grays = new Map([...alphabet].map((character, gray) => [character, gray]));

/**
 * Packs a thumbnail into a text, to record an image by: a character a pixel, its gray between the
 * darkest and the lightest one in 64 steps. Whether two images are copies depends on neither brightness nor
 * contrast.
 *
 * @param thumbnail `[8, 9]`, as `grayThumbnail` makes it; null for an image that has none
 * @returns 72 characters of base64; those of an image of one gray if there is none, a copy of nothing
 */
export function thumbnailText(thumbnail: Uint8Array | null): string {
  if (!thumbnail) return alphabet[0]!.repeat(72);
  const least = Math.min(...thumbnail), range = Math.max(...thumbnail) - least || 1;
  return Array.from(thumbnail, (gray) => alphabet[Math.round(63 * (gray - least) / range)]!).join(
    "",
  );
}

/** Unpacks what {@linkcode thumbnailText} packed, `[8, 9]`, 0 to 63. */
export function thumbnailFromText(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => grays.get(character) ?? 0);
}
