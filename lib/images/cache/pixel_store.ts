/** A picture that has no pixels, and why. */
export interface SkippedImage {
  /** Path relative to the store's root. */
  readonly path: string;
  /** One phrase, such as "image is cut short". */
  readonly reason: string;
}

/** Pixels of a list of pictures, decoded once, kept in memory and on disk. */
export interface PixelStore {
  /** Side of every picture in pixels. */
  readonly size: number;
  /**
   * Pixels of pictures by their index in the store's list: each `[size, size, 3]`, 0 to 255, or
   * null where the picture failed. They are shared with later reads and must not be changed.
   *
   * @throws {RangeError} for an index outside the list
   * @throws {Error} when the store is closed, before or meanwhile
   */
  read(indices: readonly number[]): Promise<(Uint8Array | null)[]>;
  /** Starts decoding pictures that will be read soon, behind those being read. */
  prefetch(indices: readonly number[]): void;
  /** Pictures that failed so far, in the order of failing. */
  readonly skipped: readonly SkippedImage[];
  readonly stats: {
    /** Pictures decoded since the store was opened. */
    readonly decoded: number;
    /** Pictures handed out that needed no decoder. */
    readonly cached: number;
    /** What ended the writing to the cache folder, such as a full disk. */
    readonly cacheFailure: Error | undefined;
  };
  /** Stops the workers and closes the files. */
  close(): void;
}
