import { packedRgb, type Pixels, type PixelView } from "./pixels.ts";
import { withDecodedPixels } from "./with_decoded_pixels.ts";

/**
 * Decodes an image to what a viewer shows: the first frame, upright by its EXIF orientation,
 * transparent pixels over white, 8 bits per channel. Embedded color profiles are not applied.
 *
 * The decoder is ImageMagick's WebAssembly build. It needs no permission, and the first call loads it.
 *
 * @param bytes a whole file of one of the `imageFormats`
 * @throws {ImageError} with the reason, such as "image is cut short", when the content cannot be
 *   decoded. Any other error means that the decoder itself failed, and cannot be used again in this
 *   thread.
 */
export function decodeImage(bytes: Uint8Array): Promise<Pixels> {
  return withDecodedPixels(bytes, packed);
}

/** Copies the pixels, with red, green, and blue and nothing in between. */
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
