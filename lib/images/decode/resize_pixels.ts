import type { Fit } from "../../model_file/fit.ts";
import { packedRgb, type PixelLayout, type Pixels, type PixelView } from "./pixels.ts";

/** Fixed-point weights, as in Pillow: 255 times a weight still fits into 32 bits. */
const weightBits = 22;

/**
 * Resizes an image to a square with a triangle filter. When shrinking, the filter widens with the
 * scale, so that every source pixel counts and nothing aliases. When enlarging, it is bilinear
 * interpolation.
 *
 * Identical to the bit to Pillow's `resize((size, size), BILINEAR)` (`libImaging/Resample.c`), which is
 * what torchvision's `Resize((size, size))` does to an image. `crop` is the same of the central square,
 * and `pad` is Pillow's `ImageOps.pad`. Padding is black, as there and in torchvision and Keras.
 *
 * @param size side of the square in pixels, 1 or more
 * @returns a new image of size x size
 */
export function resizePixels(
  pixels: PixelView,
  size: number,
  fit: Fit = "stretch",
): Pixels & { readonly data: Uint8Array<ArrayBuffer> } {
  const { width, data, layout = packedRgb } = pixels;
  const { from, to } = partsOf(pixels, size, fit);
  const narrow = new Uint8Array(from.height * to.width * 3);
  const start = (from.top * width + from.left) * layout.stride;
  resampleLines(data.subarray(start), narrow, triangleWeights(from.width, to.width), {
    lines: from.height,
    lineStride: { from: width * layout.stride, to: to.width * 3 },
    pixelStride: { from: layout.stride, to: 3 },
    channels: layout.channels,
  });
  const square = new Uint8Array(size * size * 3);
  const place = square.subarray((to.top * size + to.left) * 3);
  resampleLines(narrow, place, triangleWeights(from.height, to.height), {
    lines: to.width,
    lineStride: { from: 3, to: 3 },
    pixelStride: { from: to.width * 3, to: size * 3 },
    channels: packedRgb.channels,
  });
  return { width: size, height: size, data: square };
}

/** A part of an image. */
interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Which part of an image fills which part of the square. */
function partsOf({ width, height }: Pixels, size: number, fit: Fit): { from: Part; to: Part } {
  const all = { left: 0, top: 0, width, height };
  const square = { left: 0, top: 0, width: size, height: size };
  if (fit === "crop") {
    const side = Math.min(width, height);
    return { from: central(all, side, side), to: square };
  }
  if (fit === "pad") {
    const scale = size / Math.max(width, height);
    const [wide, high] = [width, height].map((side) => Math.max(Math.round(side * scale), 1));
    return { from: all, to: central(square, wide!, high!) };
  }
  return { from: all, to: square };
}

function central(around: Part, width: number, height: number): Part {
  const [left, top] = [around.width - width, around.height - height].map((margins) =>
    Math.floor(margins / 2)
  );
  return { left: left!, top: top!, width, height };
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
