import { encode } from "imagescript/png/src/png.mjs";
import type { Pixels } from "../../images/decode/pixels.ts";
import { resizePixels } from "../../images/decode/resize_pixels.ts";

/** The projector rejects sides above 8192 px; each graphics card supports half of that. */
const largestSheet = 4096;
/** The projector shows no larger images. */
const largestThumbnail = 64;

/** All thumbnails of a projector in one image. */
export interface SpriteSheet {
  /** The bytes of a PNG. */
  readonly png: Uint8Array;
  /** The side of a thumbnail in pixels. */
  readonly side: number;
}

/**
 * Renders images as squares in one square, row by row from the upper left.
 *
 * @param count number of images, at least 1
 * @param read reads an image; called in order, so that one image at a time is in memory
 */
export async function spriteSheet(
  count: number,
  read: (index: number) => Pixels | Promise<Pixels>,
): Promise<SpriteSheet> {
  const columns = Math.ceil(Math.sqrt(count));
  const side = Math.max(1, Math.min(largestThumbnail, Math.floor(largestSheet / columns)));
  const width = columns * side;
  const sheet = new Uint8Array(width * width * 3);
  for (let index = 0; index < count; index++) {
    const { data } = resizePixels(await read(index), side);
    const left = index % columns * side, top = Math.floor(index / columns) * side;
    for (let y = 0; y < side; y++) {
      sheet.set(data.subarray(y * side * 3, (y + 1) * side * 3), ((top + y) * width + left) * 3);
    }
  }
  return { png: encode(sheet, { width, height: width, channels: 3, level: 6 }), side };
}
