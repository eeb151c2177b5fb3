import type { SkippedFile } from "../../dataset/catalog/catalog.ts";

/** Pixels of a list of images, decoded once, and kept in memory and on disk. */
export interface PixelStore {
  /** Side of every image in pixels. */
  readonly size: number;
  /**
   * Reads the pixels of images by their index in the store's list: each `[size, size, 3]`, 0 to 255,
   * or null where the image was skipped. Later reads share them, so do not change them.
   *
   * @throws {RangeError} for an index outside the list
   * @throws {Error} when the store is closed before or meanwhile
   */
  read(indices: readonly number[]): Promise<(Uint8Array | null)[]>;
  /** Starts decoding images that will be read soon, behind those that are being read. */
  prefetch(indices: readonly number[]): void;
  /** Images skipped so far, in the order in which they failed. */
  readonly skipped: readonly SkippedFile[];
  /** What the store did so far. */
  readonly stats: {
    /** Images decoded since the store was opened. */
    readonly decoded: number;
    /** Images read that needed no decoder. */
    readonly cached: number;
    /** What ended the writing to the cache folder, such as a full disk. */
    readonly cacheFailure: Error | undefined;
  };
  /** Stops the workers and closes the files. */
  close(): void;
}
