/** Sides of a thumbnail: each difference between neighbors is a bit, eight by eight in all. */
const columns = 9, rows = 8;

/**
 * Shrinks an image to 8 rows of 9 grays, each the mean of its part: enough to tell copies of an image
 * from other images.
 *
 * @param pixels `[size, size, 3]`, 0 to 255
 * @param size side of the image in pixels, 9 or more
 * @returns `[8, 9]`, 0 to 255
 */
export function grayThumbnail(pixels: Uint8Array, size: number): Uint8Array {
  const edges = (parts: number) =>
    Array.from({ length: parts + 1 }, (_, part) => Math.floor(part * size / parts));
  const xs = edges(columns), ys = edges(rows);
  return Uint8Array.from({ length: rows * columns }, (_, cell) => {
    const row = Math.floor(cell / columns), column = cell % columns;
    let sum = 0;
    for (let y = ys[row]!; y < ys[row + 1]!; y++) {
      for (let x = xs[column]!; x < xs[column + 1]!; x++) {
        const at = (y * size + x) * 3;
        // Luma of ITU-R BT.601.
        sum += 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
      }
    }
    return Math.round(sum / (xs[column + 1]! - xs[column]!) / (ys[row + 1]! - ys[row]!));
  });
}
