import * as tf from "@tensorflow/tfjs";
import { augmentImages } from "../../../kernels/augmentation/augment_images.ts";
import { AUGMENTATION_COLUMN_COUNT } from "../../../kernels/reference/augmentation/augmentation_columns.ts";
import { type Augmentation, defaultAugmentation } from "./augmentation.ts";
import { type BatchPosition, sampleAugmentation } from "./sample_augmentation.ts";
import type { Normalization } from "../normalize/normalization.ts";

/** What the augmentation of a batch depends on. Strengths that are left out have their defaults. */
export interface BatchAugmentation extends Partial<Augmentation>, BatchPosition, Normalization {}

/**
 * Changes each image of a batch at random and normalizes it, on the current backend.
 * {@linkcode sampleAugmentation} says what is sampled, and the order of the changes.
 *
 * @param images each `[side, side, 3]`, 0 to 255
 * @returns `[n, side, side, 3]`
 * @throws {RangeError} when an image has another size
 */
export function augmentBatch(
  images: readonly Uint8Array[],
  side: number,
  options: BatchAugmentation,
): tf.Tensor4D {
  const length = side * side * 3;
  if (images.some((image) => image.length !== length)) {
    throw new RangeError(`Cannot augment ${images.length} images as ${side} x ${side} px`);
  }
  const { mean, std } = options;
  const table = sampleAugmentation(
    images.length,
    side,
    { ...defaultAugmentation, ...options },
    options,
  );
  return tf.tidy(() =>
    augmentImages(
      packPixels(images, length),
      tf.tensor2d(table, [images.length, AUGMENTATION_COLUMN_COUNT]),
      { side, mean, std },
    )
  );
}

/** Packs the bytes of each image, four in an int32. */
function packPixels(images: readonly Uint8Array[], length: number): tf.Tensor2D {
  const words = Math.ceil(length / 4);
  const packed = new Int32Array(images.length * words);
  const bytes = new Uint8Array(packed.buffer);
  images.forEach((image, i) => bytes.set(image, i * words * 4));
  return tf.tensor2d(packed, [images.length, words]);
}
