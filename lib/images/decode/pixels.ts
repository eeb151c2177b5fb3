/** A decoded image: red, green, and blue, 8 bits each. */
export interface Pixels {
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** `[height, width, 3]`, row by row, 0 to 255. */
  readonly data: Uint8Array;
}

/** Where the values of a pixel are. */
export interface PixelLayout {
  /** Values from one pixel to the next. */
  readonly stride: number;
  /** Offsets of red, green, and blue in a pixel. All three are the same in a gray image. */
  readonly channels: readonly [number, number, number];
}

/** An image whose pixels can lie as a decoder left them: `data` is `[height, width, stride]`. */
export interface PixelView extends Pixels {
  /** {@linkcode packedRgb} by default. */
  readonly layout?: PixelLayout;
}

/** Red, green, and blue, with nothing in between. */
export const packedRgb: PixelLayout = { stride: 3, channels: [0, 1, 2] };
