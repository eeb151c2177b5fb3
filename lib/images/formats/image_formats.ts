import { bmp } from "./bmp.ts";
import type { FormatDefinition } from "./format_definition.ts";
import { gif } from "./gif.ts";
import { avif, heic } from "./heif.ts";
import { jpeg } from "./jpeg.ts";
import { jp2 } from "./jpeg2000.ts";
import { pam, pbm, pgm, ppm } from "./netpbm.ts";
import { png } from "./png.ts";
import { tiff } from "./tiff.ts";
import { webp } from "./webp.ts";

/** Every format that can be read. */
export const imageFormats = [
  jpeg,
  png,
  heic,
  avif,
  webp,
  gif,
  bmp,
  tiff,
  jp2,
  pbm,
  pgm,
  ppm,
  pam,
] as const;

/** The name of a format that can be read. */
export type ImageFormat = typeof imageFormats[number]["name"];

/**
 * Detects the format of an image by its first bytes, whatever the name of the file.
 *
 * @param bytes the file's content; 18 bytes are enough
 * @returns undefined where it is no format that can be read
 */
export function detectFormat(bytes: Uint8Array): FormatDefinition<ImageFormat> | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 18));
  return imageFormats.find(({ signature }) => signature.test(head));
}
