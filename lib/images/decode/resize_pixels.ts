import { packedRgb, type PixelLayout, type Pixels, type PixelView } from "./pixels.ts";

/** Fixed-point weights, as in Pillow: 255 times a weight still fits into 32 bits. */
const weightBits = 22;

/**
 * Stretches an image to a square with a triangle filter. When shrinking, the filter widens with the
 * scale, so that every source pixel counts and nothing aliases. When enlarging, it is bilinear
 * interpolation.
 *
 * Identical to the bit to Pillow 11's `resize((size, size), BILINEAR)` (`libImaging/Resample.c`), which
 * is what torchvision's `Resize((size, size))` does to an image.
 *
 * @param size side of the square in pixels, 1 or more
 * @returns a new image of size x size
 */
export function resizePixels(
  pixels: PixelView,
  size: number,
): Pixels & { readonly data: Uint8Array<ArrayBuffer> } {
  const { width, height, data, layout = packedRgb } = pixels;
  const narrow = new Uint8Array(height * size * 3);
  resampleLines(data, narrow, triangleWeights(width, size), {
    lines: height,
    lineStride: { from: width * layout.stride, to: size * 3 },
    pixelStride: { from: layout.stride, to: 3 },
    channels: layout.channels,
  });
  const square = new Uint8Array(size * size * 3);
  resampleLines(narrow, square, triangleWeights(height, size), {
    lines: size,
    lineStride: { from: 3, to: 3 },
    pixelStride: { from: size * 3, to: size * 3 },
    channels: packedRgb.channels,
  });
  return { width: size, height: size, data: square };
}

interface Weights {
  /** `[to]`: first source position of each target position. */
  readonly first: Int32Array;
  /** `[to]`: how many source positions count. */
  readonly count: Int32Array;
  /** `[to, max]`: their weights in fixed point, summing to one. */
  readonly values: Int32Array;
  readonly max: number;
}

function triangleWeights(from: number, to: number): Weights {
  const scale = from / to;
  const support = Math.max(scale, 1);
  const max = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(to);
  const count = new Int32Array(to);
  const values = new Int32Array(to * max);
  for (let target = 0; target < to; target++) {
    const center = (target + 0.5) * scale;
    const start = Math.max(Math.trunc(center - support + 0.5), 0);
    const end = Math.min(Math.trunc(center + support + 0.5), from);
    const triangle = (source: number) =>
      Math.max(1 - Math.abs((source - center + 0.5) / support), 0);
    let sum = 0;
    for (let source = start; source < end; source++) sum += triangle(source);
    for (let source = start; source < end; source++) {
      values[target * max + source - start] = Math.trunc(
        0.5 + (triangle(source) / sum) * 2 ** weightBits,
      );
    }
    first[target] = start;
    count[target] = end - start;
  }
  return { first, count, values, max };
}

/** Resamples along one direction: lines are rows with pixels 3 apart, or columns with rows apart. */
function resampleLines(
  from: Uint8Array,
  to: Uint8Array,
  { first, count, values, max }: Weights,
  { lines, lineStride, pixelStride, channels: [r, g, b] }: {
    lines: number;
    lineStride: { from: number; to: number };
    pixelStride: { from: number; to: number };
    channels: PixelLayout["channels"];
  },
): void {
  const half = 1 << (weightBits - 1);
  for (let line = 0; line < lines; line++) {
    for (let target = 0; target < first.length; target++) {
      let red = half, green = half, blue = half;
      let source = line * lineStride.from + first[target]! * pixelStride.from;
      const end = target * max + count[target]!;
      for (let i = target * max; i < end; i++, source += pixelStride.from) {
        const weight = values[i]!;
        red += from[source + r]! * weight;
        green += from[source + g]! * weight;
        blue += from[source + b]! * weight;
      }
      const out = line * lineStride.to + target * pixelStride.to;
      // Weights rounded up can reach 256 on white.
      to[out] = Math.min(red >> weightBits, 255);
      to[out + 1] = Math.min(green >> weightBits, 255);
      to[out + 2] = Math.min(blue >> weightBits, 255);
    }
  }
}
