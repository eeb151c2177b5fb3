import { encode } from "imagescript/png/src/png.mjs";
import type { Normalization } from "../images/normalize/normalization.ts";

/** A batch of images as the network gets it. */
export interface ContactSheetContent {
  /** `[n, side, side, 3]`, normalized. */
  readonly images: ArrayLike<number>;
  /** In pixels. */
  readonly side: number;
  /** `[n]`: the identity of each image. */
  readonly labels: ArrayLike<number>;
  /** How the images were normalized. */
  readonly normalization: Normalization;
}

/** Pixels between images, and around them. */
const gap = 4;

/**
 * Renders a batch on white, with a row for each identity, in the order of the batch. The images are as
 * the network sees them, with the normalization undone.
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
    row.forEach((image, x) => {
      const left = gap + x * (side + gap), top = gap + y * (side + gap);
      renderImage(content, image, sheet, (top * width + left) * 3, width);
    })
  );
  return encode(new Uint8Array(sheet.buffer), { width, height, channels: 3, level: 6 });
}

/** Renders an image into a sheet that is `width` pixels wide, with its upper left corner at `offset`. */
function renderImage(
  { images, side, normalization: { mean, std } }: ContactSheetContent,
  image: number,
  sheet: Uint8ClampedArray,
  offset: number,
  width: number,
): void {
  for (let y = 0; y < side; y++) {
    const source = (image * side + y) * side * 3;
    for (let i = 0; i < side * 3; i++) {
      const value = images[source + i]! * std[i % 3]! + mean[i % 3]!;
      sheet[offset + y * width * 3 + i] = 255 * value;
    }
  }
}
