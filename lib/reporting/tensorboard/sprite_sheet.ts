import { encode } from "imagescript/png/src/png.mjs";
import type { Pixels } from "../../images/decode/pixels.ts";
import { resizePixels } from "../../images/decode/resize_pixels.ts";

/** The projector refuses sprites above 8192 px a side; every graphics card takes half of that. */
const largestSheet = 4096;
/** The projector draws no picture larger than this. */
const largestThumbnail = 64;

/** All thumbnails of a projector in one picture. */
export interface SpriteSheet {
  /** Bytes of a PNG. */
  readonly png: Uint8Array;
  /** Side of one thumbnail in pixels. */
  readonly side: number;
}

/**
 * Draws pictures as squares into one square, row by row from the upper left.
 *
 * @param count how many, from 1
 * @param read reads one of them; called in order, so that one at a time is in memory
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
