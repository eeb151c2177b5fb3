/** What an image file says about itself. */
export interface ImageExtent {
  /** In pixels, before any EXIF rotation. Undefined, or 0 or less, where the header makes no sense. */
  readonly width: number | undefined;
  /** As the width. */
  readonly height: number | undefined;
  /** Whether the file is as long as its own structure says. A partial download is not. */
  readonly complete: boolean;
}

/**
 * An image format: how to recognize it, how to read its size, and what its decoder needs. A format is
 * one such definition, and one line in `image_formats.ts`.
 */
export interface FormatDefinition<Name extends string = string> {
  /** As the catalog and messages show it, in lowercase. */
  readonly name: Name;
  /** Matches the first 18 bytes of the file, read as Latin-1. */
  readonly signature: RegExp;
  /** The format's name in ImageMagick: a key of its `MagickFormat`. */
  readonly decoder: string;
  /** True where the first frame can cover a part of a larger canvas. */
  readonly hasCanvas?: boolean;
  /**
   * Follows the structure of the file as its decoder does, without decoding pixels. Takes at most a
   * pass over the file, whatever the content.
   *
   * @param bytes the whole file
   * @param view over the same bytes
   * @throws {RangeError} when the file ends before its size is known
   */
  extent(bytes: Uint8Array, view: DataView): ImageExtent;
  /**
   * Makes a file that the decoder reads with less work, such as the first frame of an animation.
   * Without it, the decoder gets the file as it is.
   */
  prepare?(bytes: Uint8Array): Uint8Array;
  /** Whether the file has transparent pixels, where the decoder cannot tell by itself. */
  hasAlpha?(bytes: Uint8Array): boolean;
}
