import type { UserMessage } from "../../language/user_message.ts";
import type { FormatDefinition, ImageExtent } from "./format_definition.ts";
import { detectFormat, type ImageFormat, imageFormats } from "./image_formats.ts";
import { imageMessages as messages } from "./messages.ts";

/** Images with a shorter side hold too little to tell identities apart. */
const minSide = 16;
/** Most formats cannot hold a longer side. To resize a longer strip would take gigabytes. */
const maxSide = 65_535;
/** An image with more pixels is a mistake or an attack: decoded, it takes 300 MB or more. */
const maxPixels = 100e6;

/** What the header of an image tells. */
export interface ImageHeader {
  /** By content, not by the name of the file. */
  readonly format: ImageFormat;
  /** In pixels, before any EXIF rotation. */
  readonly width: number;
  /** In pixels, before any EXIF rotation. */
  readonly height: number;
}

/**
 * Inspects an image file without decoding it.
 *
 * @param bytes the whole file
 * @returns what its header tells, or why it cannot be used
 */
export function inspectImage(bytes: Uint8Array): ImageHeader | UserMessage {
  if (bytes.length === 0) return messages.emptyFile();
  const format = detectFormat(bytes);
  if (!format) {
    return messages.unknownFormat({ formats: imageFormats.map(({ name }) => name).join(", ") });
  }
  const extent = extentOf(bytes, format);
  if (!extent?.complete) return messages.cutShort();
  const { width = 0, height = 0 } = extent;
  if (!(width > 0 && height > 0)) return messages.badHeader();
  const size = { width, height };
  if (Math.min(width, height) < minSide) return messages.tooSmall({ ...size, min: minSide });
  if (width * height > maxPixels) {
    return messages.tooManyPixels({ ...size, max: maxPixels / 1e6 });
  }
  if (Math.max(width, height) > maxSide) return messages.tooLong({ ...size, max: maxSide });
  return { format: format.name, ...size };
}

function extentOf(bytes: Uint8Array, format: FormatDefinition): ImageExtent | undefined {
  try {
    return format.extent(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // A read past the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
