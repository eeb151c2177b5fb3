/**
 * Images: decode, resize, normalize, augment, and cache them.
 *
 * @module
 */
export { augmentBatch, type BatchAugmentation } from "./augment/augment_batch.ts";
export {
  articleAugmentation,
  type Augmentation,
  defaultAugmentation,
} from "./augment/augmentation.ts";
export { type BatchPosition, sampleAugmentation } from "./augment/sample_augmentation.ts";
export { openPixelStore, type PixelStoreOptions } from "./cache/open_pixel_store.ts";
export type { PixelStore } from "./cache/pixel_store.ts";
export { decodeImage } from "./decode/decode_image.ts";
export { ImageError } from "./decode/image_error.ts";
export type { PixelLayout, Pixels, PixelView } from "./decode/pixels.ts";
export { readImage } from "./decode/read_image.ts";
export { resizePixels } from "./decode/resize_pixels.ts";
export { type ImageFormat, imageFormats } from "./formats/image_formats.ts";
export type { ImageHeader } from "./formats/inspect_image.ts";
export { type Fit, fits } from "../model_file/fit.ts";
export type { Normalization } from "./normalize/normalization.ts";
export { normalizeImages } from "./normalize/normalize_images.ts";
