import type { Pixels } from "./pixels.ts";

/** Where a pixel's values stand. */
export interface PixelLayout {
  /** From one pixel to the next. */
  readonly stride: number;
  /** Of red, green and blue within a pixel: the same for all three in a grey picture. */
  readonly channels: readonly [number, number, number];
}

/** A picture whose pixels may lie as a decoder left them: `data` is `[height, width, stride]`. */
export interface PixelView extends Pixels {
  /** By default red, green and blue, close together. */
  readonly layout?: PixelLayout;
}

export const packedRgb: PixelLayout = { stride: 3, channels: [0, 1, 2] };
