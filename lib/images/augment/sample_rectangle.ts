/** A part of an image, in whole pixels. */
export interface Rectangle {
  /** The first column. */
  readonly left: number;
  /** The first row. */
  readonly top: number;
  /** Number of columns. */
  readonly width: number;
  /** Number of rows. */
  readonly height: number;
}

/**
 * Samples a rectangle as torchvision's `RandomResizedCrop` and `RandomErasing` do: its area uniformly,
 * its aspect ratio uniformly on a logarithmic scale, both again up to ten times until the rectangle
 * fits, and then its place uniformly.
 *
 * @param random gives a number from 0 to 1, excluding 1
 * @param side side of the square that holds the rectangle, in pixels
 * @param range lowest and highest area as a fraction of the square's, lowest and highest width over
 *   height, and the longest side, which is `side` by default
 * @returns null when none of the ten fits
 */
export function sampleRectangle(
  random: () => number,
  side: number,
  range: {
    readonly area: readonly [number, number];
    readonly aspect: readonly [number, number];
    readonly longest?: number;
  },
): Rectangle | null {
  const { area: [smallest, largest], aspect: [narrowest, widest], longest = side } = range;
  for (let attempt = 0; attempt < 10; attempt++) {
    const length = side * Math.sqrt(smallest + random() * (largest - smallest));
    const stretch = Math.sqrt(narrowest * (widest / narrowest) ** random());
    const width = Math.round(length * stretch);
    const height = Math.round(length / stretch);
    if (width > longest || height > longest) continue;
    const left = Math.floor(random() * (side - width + 1));
    const top = Math.floor(random() * (side - height + 1));
    return { left, top, width, height };
  }
  return null;
}
