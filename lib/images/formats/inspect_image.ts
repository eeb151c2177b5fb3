import { reason } from "../../language/skip_reason.ts";
import type { CatalogImage, ImageFormat } from "../../dataset/catalog/catalog.ts";
import { imageExtent } from "./image_extent.ts";
import { detectFormat } from "./detect_format.ts";

/** Pictures with a shorter side hold too little to tell identities apart. */
const minSide = 16;
/** What most formats can have at most; a longer strip would take gigabytes to be resized. */
const maxSide = 65_535;
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
  const format = detectFormat(bytes);
  if (!format) return reason`not an image (jpeg, png, webp, gif, bmp, tiff or pgm)`;
  const extent = extentOf(bytes, format);
  if (!extent?.complete) return reason`image is cut short`;
  const { width = 0, height = 0 } = extent;
  if (!(width > 0 && height > 0)) return reason`image header cannot be read`;
  if (Math.min(width, height) < minSide) {
    return reason`image is ${width} x ${height} px: under ${minSide} px on a side`;
  }
  if (width * height > maxPixels) {
    return reason`image declares ${width} x ${height} px: over ${maxPixels / 1e6} megapixels`;
  }
  if (Math.max(width, height) > maxSide) {
    return reason`image declares ${width} x ${height} px: over ${maxSide} px on a side`;
  }
  return { format, width, height };
}

function extentOf(bytes: Uint8Array, format: ImageFormat) {
  try {
    return imageExtent(bytes, format);
  } catch (error) {
    // A read past the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
