/** A part of a picture, in whole pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a rectangle as torchvision's `RandomResizedCrop` and `RandomErasing` do: its area uniformly,
 * its aspect uniformly on a logarithmic scale, both anew up to ten times until it fits, and then its
 * place uniformly.
 *
 * @param draw a number from 0 up to 1
 * @param side of the square that it is to lie in, in pixels
 * @param range lowest and highest area, as a share of the square's, and width over height; the longest
 *   side allowed is `side` where nothing is said
 * @returns null when none of the ten fits
 */
export function sampleRectangle(
  draw: () => number,
  side: number,
  range: {
    readonly area: readonly [number, number];
    readonly aspect: readonly [number, number];
    readonly longest?: number;
  },
): Rectangle | null {
  const { area: [smallest, largest], aspect: [narrowest, widest], longest = side } = range;
  for (let attempt = 0; attempt < 10; attempt++) {
    const length = side * Math.sqrt(smallest + draw() * (largest - smallest));
    const stretch = Math.sqrt(narrowest * (widest / narrowest) ** draw());
    const width = Math.round(length * stretch);
    const height = Math.round(length / stretch);
    if (width > longest || height > longest) continue;
    const left = Math.floor(draw() * (side - width + 1));
    const top = Math.floor(draw() * (side - height + 1));
    return { left, top, width, height };
  }
  return null;
}
