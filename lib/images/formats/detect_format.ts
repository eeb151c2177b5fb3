import type { ImageFormat } from "../../dataset/catalog/catalog.ts";

const signatures: readonly (readonly [ImageFormat, RegExp])[] = [
  ["jpeg", /^\xff\xd8\xff/],
  ["png", /^\x89PNG\r\n/],
  // The length of the RIFF container stands between its two names.
  ["webp", /^RIFF[^]{4}WEBP/],
  ["gif", /^GIF8[79]a/],
  // The length of the second header stands behind two sizes and an offset.
  ["bmp", /^BM[^]{12}[(48@l|]\0\0\0/],
  ["tiff", /^(II\*\0|MM\0\*)/],
  ["pgm", /^P[25]\s/],
];

/**
 * Tells the format of a picture by its first bytes, whatever the file is called.
 *
 * @param bytes the file's content; 18 bytes are enough
 * @returns undefined for what is none of the formats that can be read
 */
export function detectFormat(bytes: Uint8Array): ImageFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 18));
  return signatures.find(([, signature]) => signature.test(head))?.[0];
}
