import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { Augmentation } from "./augmentation.ts";
import type { Normalisation } from "./normalisation.ts";

/**
 * Changes one picture at random and normalises it, in one pass: an affine map (flip, rotation,
 * scale, shift) sampled bilinearly, edges continued outward; then brightness, contrast and
 * saturation, defined as torchvision's `ColorJitter` defines them except that values are clamped to
 * 0 to 255 once, at the end, and contrast is about the mean grey of the picture before the affine
 * map; then random erasing (Zhong et al., 2017) to the normalisation's mean.
 *
 * Draws the same count of random numbers whatever the strengths.
 *
 * @param pixels `[size, size, 3]`, 0 to 255
 * @param random is advanced
 * @param out takes `[size, size, 3]` from `offset` on
 */
export function augmentImage(
  pixels: Uint8Array,
  size: number,
  random: RandomGenerator,
  strength: Augmentation,
  { mean, deviation }: Normalisation,
  out: Float32Array,
  offset: number,
): void {
  const draw = () => uniformFloat64(random);
  const around = (middle: number, spread: number) => middle + (2 * draw() - 1) * spread;

  const mirror = draw() < strength.flip ? -1 : 1;
  const angle = around(0, strength.rotation) * Math.PI / 180;
  const scale = around(1, strength.scale);
  const shiftX = around(0, strength.shift) * size;
  const shiftY = around(0, strength.shift) * size;
  const brightness = around(1, strength.brightness);
  const contrast = around(1, strength.contrast);
  const saturation = around(1, strength.saturation);

  // A target pixel at (x, y) from the centre shows the source at
  // (mirror (cos x + sin y) / scale, (cos y - sin x) / scale) from its own, moved by the shift.
  const centre = (size - 1) / 2;
  const cos = Math.cos(angle) / scale;
  const sin = Math.sin(angle) / scale;
  const stepX = mirror * cos;
  const stepY = -sin;

  const gain = contrast * brightness;
  const lift = (1 - contrast) * brightness * meanGrey(pixels);
  const scaleRed = 1 / (255 * deviation[0]), offsetRed = -mean[0] / deviation[0];
  const scaleGreen = 1 / (255 * deviation[1]), offsetGreen = -mean[1] / deviation[1];
  const scaleBlue = 1 / (255 * deviation[2]), offsetBlue = -mean[2] / deviation[2];

  const last = size - 1;
  let target = offset;
  for (let y = 0; y < size; y++) {
    const v = y - centre - shiftY;
    const rowX = mirror * sin * v + centre;
    const rowY = cos * v + centre;
    for (let x = 0; x < size; x++) {
      const u = x - centre - shiftX;
      const sourceX = Math.min(Math.max(rowX + stepX * u, 0), last);
      const sourceY = Math.min(Math.max(rowY + stepY * u, 0), last);
      const left = sourceX | 0;
      const top = sourceY | 0;
      const shareX = sourceX - left;
      const shareY = sourceY - top;
      const topLeft = (top * size + left) * 3;
      const topRight = left < last ? topLeft + 3 : topLeft;
      const down = top < last ? size * 3 : 0;
      const bottomLeft = topLeft + down;
      const bottomRight = topRight + down;
      const weightBottomRight = shareX * shareY;
      const weightTopRight = shareX - weightBottomRight;
      const weightBottomLeft = shareY - weightBottomRight;
      const weightTopLeft = 1 - shareX - weightBottomLeft;

      const red = lift + gain * (weightTopLeft * pixels[topLeft]! +
            weightTopRight * pixels[topRight]! +
            weightBottomLeft * pixels[bottomLeft]! +
            weightBottomRight * pixels[bottomRight]!);
      const green = lift + gain * (weightTopLeft * pixels[topLeft + 1]! +
            weightTopRight * pixels[topRight + 1]! +
            weightBottomLeft * pixels[bottomLeft + 1]! +
            weightBottomRight * pixels[bottomRight + 1]!);
      const blue = lift + gain * (weightTopLeft * pixels[topLeft + 2]! +
            weightTopRight * pixels[topRight + 2]! +
            weightBottomLeft * pixels[bottomLeft + 2]! +
            weightBottomRight * pixels[bottomRight + 2]!);
      const grey = (1 - saturation) * (0.299 * red + 0.587 * green + 0.114 * blue);
      out[target++] = clamp(grey + saturation * red) * scaleRed + offsetRed;
      out[target++] = clamp(grey + saturation * green) * scaleGreen + offsetGreen;
      out[target++] = clamp(grey + saturation * blue) * scaleBlue + offsetBlue;
    }
  }
  eraseRectangle(draw, strength.erase, size, out, offset);
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 255);
}

/** The mean luma (ITU-R BT.601, as Pillow's "L") of a picture. */
function meanGrey(pixels: Uint8Array): number {
  let red = 0, green = 0, blue = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    red += pixels[i]!;
    green += pixels[i + 1]!;
    blue += pixels[i + 2]!;
  }
  return (0.299 * red + 0.587 * green + 0.114 * blue) * 3 / pixels.length;
}

/** Erases, with the probability, 2 to 20 % of the area in a rectangle 1:3 to 3:1 long. */
function eraseRectangle(
  draw: () => number,
  probability: number,
  size: number,
  out: Float32Array,
  offset: number,
): void {
  const wanted = draw() < probability;
  const area = (0.02 + 0.18 * draw()) * size * size;
  const aspect = 3 ** (2 * draw() - 1);
  const width = Math.min(Math.round(Math.sqrt(area * aspect)), size);
  const height = Math.min(Math.round(Math.sqrt(area / aspect)), size);
  const left = Math.floor(draw() * (size - width + 1));
  const top = Math.floor(draw() * (size - height + 1));
  if (!wanted) return;
  for (let y = top; y < top + height; y++) {
    const row = offset + (y * size + left) * 3;
    out.fill(0, row, row + width * 3);
  }
}
