/** Degrees on the circle of hues between one identity and the next: the golden angle. */
const turn = 137.508;

/**
 * A colour for an identity, as different from those before it as may be, seen on white and on black.
 *
 * @param index from 0
 */
export function identityColor(index: number): string {
  const hue = (210 + index * turn) % 360;
  const lightness = [48, 62, 38][Math.floor(index / 9) % 3]!;
  return `hsl(${hue.toFixed(0)}, 70%, ${lightness}%)`;
}
