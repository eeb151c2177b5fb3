import { mersenne } from "pure-rand/generator/mersenne";
import { augmentImage } from "./augment_image.ts";
import { type Augmentation, defaultAugmentation } from "./augmentation.ts";
import type { Normalisation } from "./normalisation.ts";

/** What a batch's augmentation depends on; strengths that are not named have their default. */
export interface BatchAugmentation extends Partial<Augmentation>, Normalisation {
  /** A 32-bit integer. */
  readonly seed: number;
  readonly epoch: number;
  /** The batch's place in its epoch. */
  readonly step: number;
}

/**
 * Changes a batch of pictures at random, each in its own way, and normalises them.
 *
 * What happens to a picture depends on seed, epoch, step and its position alone, so that a resumed
 * run goes on the same without any saved state.
 *
 * @param images each `[size, size, 3]`, 0 to 255
 * @param out takes `[n, size, size, 3]`
 * @throws {RangeError} when a picture is not of that size, or `out` does not have the batch's length
 */
export function augmentBatch(
  images: readonly Uint8Array[],
  size: number,
  options: BatchAugmentation,
  out: Float32Array,
): void {
  const length = size * size * 3;
  if (images.some((image) => image.length !== length) || out.length !== images.length * length) {
    throw new RangeError(
      `Cannot augment ${images.length} pictures of ${size} x ${size} px into ${out.length} values`,
    );
  }
  const strength = { ...defaultAugmentation, ...options };
  // Through the generator between the numbers: neighbouring seeds, epochs and steps give unlike ones.
  const ofEpoch = mersenne(mersenne(options.seed).next() ^ options.epoch).next();
  const random = mersenne(ofEpoch ^ options.step);
  images.forEach((image, i) =>
    augmentImage(image, size, random, strength, options, out, i * length)
  );
}
