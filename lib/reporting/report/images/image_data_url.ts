import { Buffer } from "node:buffer";
import { encodeJpeg } from "../../../images/encode/encode_jpeg.ts";
import { resizePixels } from "../../../images/decode/resize_pixels.ts";

/** Of 100; without visible loss at this size. */
const quality = 82;

/**
 * Encodes an image, small enough to be part of a page.
 *
 * @param pixels `[size, size, 3]`, 0 to 255
 * @param size the side of the image in pixels
 * @param side the largest side of the result in pixels
 * @returns a data URL of a JPEG
 */
export function imageDataUrl(pixels: Uint8Array, size: number, side: number): string {
  const { width, data } = size > side
    ? resizePixels({ width: size, height: size, data: pixels }, side)
    : { width: size, data: pixels };
  const opaque = new Uint8Array(width * width * 4).fill(255);
  for (let i = 0; i < width * width; i++) {
    for (let channel = 0; channel < 3; channel++) {
      opaque[i * 4 + channel] = data[i * 3 + channel]!;
    }
  }
  const file = encodeJpeg(opaque, width, width, quality);
  return `data:image/jpeg;base64,${Buffer.from(file).toString("base64")}`;
}
