import { packedRgb, type PixelView } from "./pixel_view.ts";
import type { Pixels } from "./pixels.ts";
import { withDecodedPixels } from "./with_decoded_pixels.ts";

/**
 * Decodes a picture to what a viewer shows: the first frame, turned upright by its EXIF
 * orientation, transparent pixels over white, 8 bits a channel. Embedded colour profiles are not
 * applied.
 *
 * The decoder is ImageMagick's WebAssembly build: it needs no permission, and is loaded at the
 * first call.
 *
 * @param bytes a whole jpeg, png, webp, gif, bmp, tiff or pgm file
 * @throws {ImageError} with one phrase, such as "image is cut short": bad content is data, not a
 *   mistake of the caller. Any other error means that the decoder itself broke down, and cannot be
 *   used again in this thread.
 */
export function decodeImage(bytes: Uint8Array): Promise<Pixels> {
  return withDecodedPixels(bytes, packed);
}

/** A copy with red, green and blue close together. */
function packed({ width, height, data: from, layout = packedRgb }: PixelView): Pixels {
  const { stride, channels: [red, green, blue] } = layout;
  const data = new Uint8Array(width * height * 3);
  for (let source = 0, to = 0; to < data.length; source += stride, to += 3) {
    data[to] = from[source + red]!;
    data[to + 1] = from[source + green]!;
    data[to + 2] = from[source + blue]!;
  }
  return { width, height, data };
}
