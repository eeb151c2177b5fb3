import type { Normalization } from "./normalization.ts";

/**
 * Turns images into a network's input: `(value / 255 - mean) / std`, channel by channel.
 *
 * @param images each `[size, size, 3]`, 0 to 255, all of one size
 * @param out takes `[n, size, size, 3]`, in the order of the images
 * @throws {RangeError} when `out` does not have the length of all images together
 */
export function normalizeImages(
  images: readonly Uint8Array[],
  { mean, std }: Normalization,
  out: Float32Array,
): void {
  const length = images.reduce((sum, image) => sum + image.length, 0);
  if (out.length !== length) {
    throw new RangeError(`Cannot normalize ${length} values into ${out.length}`);
  }
  // A channel has only 256 values, so that they are looked up.
  const table = new Float32Array(3 * 256);
  for (let channel = 0; channel < 3; channel++) {
    for (let value = 0; value < 256; value++) {
      table[channel * 256 + value] = (value / 255 - mean[channel]!) / std[channel]!;
    }
  }
  let offset = 0;
  for (const image of images) {
    for (let i = 0; i < image.length; i += 3) {
      out[offset++] = table[image[i]!]!;
      out[offset++] = table[256 + image[i + 1]!]!;
      out[offset++] = table[512 + image[i + 2]!]!;
    }
  }
}
