import {
  AUGMENTATION_COLUMN_COUNT as COLUMNS,
  AUGMENTATION_COLUMNS as COLUMN,
} from "./augmentation_columns.ts";
import { gaussianBlur } from "./gaussian_blur.ts";
import { shiftHue } from "./shift_hue.ts";

/** Square images of one size, 8 bits per channel. */
export interface ImageBytes {
  /** An image `[side, side, 3]` every `stride` bytes, with padding. */
  readonly bytes: Uint8Array;
  readonly stride: number;
  readonly side: number;
}

/** How pixels become a network's input: `(value / 255 - mean) / std`, per channel. */
export interface Normalization {
  /** Red, green and blue, on a scale of 0 to 1. */
  readonly mean: readonly [number, number, number];
  /** Standard deviation, likewise. */
  readonly std: readonly [number, number, number];
}

/**
 * Changes every image as its row of the table says, and normalizes it. In order: blur; an affine map,
 * sampled bilinearly, with edges continued outward; brightness, and contrast about the mean gray of the
 * original image; saturation; clamping to 0 to 255; hue; erased pixels set to 0, the normalized mean.
 *
 * @param table `[n, AUGMENTATION_COLUMN_COUNT]`
 * @returns `[n, side, side, 3]`
 */
export function augmentImages(
  { bytes, stride, side }: ImageBytes,
  table: ArrayLike<number>,
  scale: Normalization,
): Float32Array {
  const n = table.length / COLUMNS;
  const length = side * side * 3;
  const out = new Float32Array(n * length);
  for (let i = 0; i < n; i++) {
    const pixels = bytes.subarray(i * stride, i * stride + length);
    const row = Array.from({ length: COLUMNS }, (_, column) => table[i * COLUMNS + column]!);
    augmentImage(pixels, side, row, scale, out.subarray(i * length, (i + 1) * length));
  }
  return out;
}

function augmentImage(
  pixels: Uint8Array,
  side: number,
  row: readonly number[],
  scale: Normalization,
  out: Float32Array,
): void {
  const sigma = row[COLUMN.SIGMA]!, hue = row[COLUMN.HUE]!;
  const source = sigma > 0 ? gaussianBlur(pixels, side, sigma) : pixels;
  const gray = meanGray(pixels);
  if (hue === 0) {
    sample(source, side, row, gray, scale, out);
  } else {
    sample(source, side, row, gray, unscaled, out);
    shiftHue(out, hue);
    normalize(out, scale);
  }
  for (let y = row[COLUMN.TOP]!; y < row[COLUMN.BOTTOM]!; y++) {
    const start = y * side * 3;
    out.fill(0, start + row[COLUMN.LEFT]! * 3, start + row[COLUMN.RIGHT]! * 3);
  }
}

/** Leaves values on a scale of 0 to 1. */
const unscaled: Normalization = { mean: [0, 0, 0], std: [1, 1, 1] };

/** In one pass: geometry, brightness, contrast, saturation, clamp, normalization. */
function sample(
  source: Uint8Array | Float32Array,
  side: number,
  row: readonly number[],
  gray: number,
  { mean, std }: Normalization,
  out: Float32Array,
): void {
  const xx = row[COLUMN.XX]!, xy = row[COLUMN.XY]!, x0 = row[COLUMN.X0]!;
  const yx = row[COLUMN.YX]!, yy = row[COLUMN.YY]!, y0 = row[COLUMN.Y0]!;
  const brightness = row[COLUMN.BRIGHTNESS]!;
  const contrast = row[COLUMN.CONTRAST]!;
  const saturation = row[COLUMN.SATURATION]!;
  const gain = contrast * brightness;
  const lift = (1 - contrast) * brightness * gray;
  const scaleRed = 1 / (255 * std[0]), offsetRed = -mean[0] / std[0];
  const scaleGreen = 1 / (255 * std[1]), offsetGreen = -mean[1] / std[1];
  const scaleBlue = 1 / (255 * std[2]), offsetBlue = -mean[2] / std[2];

  const last = side - 1;
  let target = 0;
  for (let y = 0; y < side; y++) {
    const rowX = xy * y + x0;
    const rowY = yy * y + y0;
    for (let x = 0; x < side; x++) {
      const sourceX = Math.min(Math.max(rowX + xx * x, 0), last);
      const sourceY = Math.min(Math.max(rowY + yx * x, 0), last);
      const left = sourceX | 0;
      const top = sourceY | 0;
      const shareX = sourceX - left;
      const shareY = sourceY - top;
      const topLeft = (top * side + left) * 3;
      const topRight = left < last ? topLeft + 3 : topLeft;
      const down = top < last ? side * 3 : 0;
      const bottomLeft = topLeft + down;
      const bottomRight = topRight + down;
      const weightBottomRight = shareX * shareY;
      const weightTopRight = shareX - weightBottomRight;
      const weightBottomLeft = shareY - weightBottomRight;
      const weightTopLeft = 1 - shareX - weightBottomLeft;

      const red = lift + gain * (weightTopLeft * source[topLeft]! +
            weightTopRight * source[topRight]! +
            weightBottomLeft * source[bottomLeft]! +
            weightBottomRight * source[bottomRight]!);
      const green = lift + gain * (weightTopLeft * source[topLeft + 1]! +
            weightTopRight * source[topRight + 1]! +
            weightBottomLeft * source[bottomLeft + 1]! +
            weightBottomRight * source[bottomRight + 1]!);
      const blue = lift + gain * (weightTopLeft * source[topLeft + 2]! +
            weightTopRight * source[topRight + 2]! +
            weightBottomLeft * source[bottomLeft + 2]! +
            weightBottomRight * source[bottomRight + 2]!);
      const own = (1 - saturation) * (0.299 * red + 0.587 * green + 0.114 * blue);
      out[target++] = clamp(own + saturation * red) * scaleRed + offsetRed;
      out[target++] = clamp(own + saturation * green) * scaleGreen + offsetGreen;
      out[target++] = clamp(own + saturation * blue) * scaleBlue + offsetBlue;
    }
  }
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 255);
}

function normalize(colors: Float32Array, { mean, std }: Normalization): void {
  for (let i = 0; i < colors.length; i++) {
    const channel = i % 3;
    colors[i] = (colors[i]! - mean[channel]!) / std[channel]!;
  }
}

/** The mean luma (ITU-R BT.601, as Pillow's "L") of an image. */
function meanGray(pixels: Uint8Array): number {
  let red = 0, green = 0, blue = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    red += pixels[i]!;
    green += pixels[i + 1]!;
    blue += pixels[i + 2]!;
  }
  return (0.299 * red + 0.587 * green + 0.114 * blue) * 3 / pixels.length;
}
