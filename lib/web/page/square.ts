/** A square of an image, in its pixels. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** The sides of an image in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A square within an image.
 *
 * @param zoom 1 for the largest square, 2 for half of its side
 * @param around what it keeps in its middle, as far as it can; the image by default
 */
export function squareOf(size: ImageSize, zoom: number, around?: Square): Square {
  const { left, top, side: old } = around ?? { left: 0, top: 0, side: 0 };
  const middle = around
    ? [left + old / 2, top + old / 2] as const
    : [size.width / 2, size.height / 2] as const;
  const side = Math.min(size.width, size.height) / zoom;
  return within(size, { left: middle[0] - side / 2, top: middle[1] - side / 2, side });
}

/** The square moved by pixels, as far as the image goes. */
export function moveSquare(
  square: Square,
  size: ImageSize,
  [x, y]: readonly [x: number, y: number],
): Square {
  return within(size, { ...square, left: square.left + x, top: square.top + y });
}

function within({ width, height }: ImageSize, { left, top, side }: Square): Square {
  const clamp = (start: number, end: number) => Math.max(0, Math.min(start, end - side));
  return { left: clamp(left, width), top: clamp(top, height), side };
}
