import { encode } from "imagescript/png/src/png.mjs";
import type { Normalization } from "../images/normalize/normalization.ts";

/** A batch as a network gets it. */
export interface ContactSheetContent {
  /** `[n, side, side, 3]`, normalised. */
  readonly images: ArrayLike<number>;
  readonly side: number;
  /** `[n]`: the identity of each picture. */
  readonly labels: ArrayLike<number>;
  readonly normalization: Normalization;
}

/** Pixels between pictures, and around them. */
const gap = 4;

/**
 * Draws a batch on white, a row an identity, in the batch's order. Values are what the network sees,
 * with the normalisation undone.
 *
 * @returns the bytes of a PNG
 */
export function contactSheet(content: ContactSheetContent): Uint8Array<ArrayBuffer> {
  const { side, labels } = content;
  const rows = [...Map.groupBy(Array.from(labels).keys(), (i) => labels[i]!).values()];
  const columns = Math.max(...rows.map((row) => row.length));
  const width = gap + columns * (side + gap);
  const height = gap + rows.length * (side + gap);
  const sheet = new Uint8ClampedArray(width * height * 3).fill(255);
  rows.forEach((row, y) =>
    row.forEach((picture, x) => {
      const left = gap + x * (side + gap), top = gap + y * (side + gap);
      drawPicture(content, picture, sheet, (top * width + left) * 3, width);
    })
  );
  return encode(new Uint8Array(sheet.buffer), { width, height, channels: 3, level: 6 });
}

/** Draws one picture into a sheet that is `width` wide, its upper left corner at `offset`. */
function drawPicture(
  { images, side, normalization: { mean, std } }: ContactSheetContent,
  picture: number,
  sheet: Uint8ClampedArray,
  offset: number,
  width: number,
): void {
  for (let y = 0; y < side; y++) {
    const source = (picture * side + y) * side * 3;
    for (let i = 0; i < side * 3; i++) {
      const value = images[source + i]! * std[i % 3]! + mean[i % 3]!;
      sheet[offset + y * width * 3 + i] = 255 * value;
    }
  }
}
