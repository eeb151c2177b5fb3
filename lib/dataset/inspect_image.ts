import { imageSize } from "image-size";
import { reason } from "../reason.ts";
import type { CatalogImage } from "./catalog.ts";
import { imageFormat } from "./image_format.ts";
import { imageIsWhole } from "./image_is_whole.ts";

/** Pictures with a shorter side hold too little to tell identities apart. */
const minSide = 16;
/** A picture of more pixels is a mistake or an attack: decoded it would take 300 MB and more. */
const maxPixels = 100e6;

/**
 * Looks at a picture's file without decoding it.
 *
 * @param bytes the whole file
 * @returns what its header tells, or one phrase that says why it cannot be used
 */
export function inspectImage(
  bytes: Uint8Array,
): Pick<CatalogImage, "format" | "width" | "height"> | string {
  if (bytes.length === 0) return reason`empty file`;
  const format = imageFormat(bytes);
  if (!format) return reason`not an image (jpeg, png, webp, gif, bmp, tiff or pgm)`;
  if (!imageIsWhole(bytes, format)) return reason`image is cut short`;
  const size = headerSize(bytes);
  if (!size) return reason`image header cannot be read`;
  const { width, height } = size;
  if (Math.min(width, height) < minSide) {
    return reason`image is ${width} x ${height} px: under ${minSide} px on a side`;
  }
  if (width * height > maxPixels) {
    return reason`image declares ${width} x ${height} px: over ${maxPixels / 1e6} megapixels`;
  }
  return { format, width, height };
}

function headerSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    // image-size throws on headers that make no sense, with errors of many kinds.
    return undefined;
  }
}
