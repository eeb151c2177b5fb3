import type { PixelView } from "../../images/decode/pixels.ts";
import { UserError } from "../../language/user_error.ts";
import { engineMessages } from "./messages.ts";

/** What is used of a canvas's context, which Deno does not declare. */
interface Context {
  fillStyle: string;
  fillRect(left: number, top: number, width: number, height: number): void;
  drawImage(image: ImageBitmap, left: number, top: number): void;
  getImageData(left: number, top: number, width: number, height: number): {
    readonly data: Uint8ClampedArray;
  };
}

declare const OffscreenCanvas: new (width: number, height: number) => {
  getContext(kind: "2d", options: { alpha: boolean; willReadFrequently: boolean }): Context | null;
};

/** Pixels of a canvas. Phones give no canvas as large as the photographs that they take. */
const mostPixels = 2 ** 21;

/**
 * Decodes an image as `decodeImage` does, by the browser's own decoder: the first frame, upright by its
 * EXIF orientation, transparent pixels over white, color profiles not applied.
 *
 * @returns pixels with four values each
 * @throws {UserError} if the browser cannot decode it
 */
export async function decodeInBrowser(image: Blob | ImageBitmap): Promise<PixelView> {
  const bitmap = image instanceof Blob ? await toBitmap(image) : image;
  const { width, height } = bitmap;
  const rows = Math.min(height, Math.max(1, Math.floor(mostPixels / width)));
  const context = new OffscreenCanvas(width, rows)
    .getContext("2d", { alpha: false, willReadFrequently: true })!;
  const data = new Uint8Array(4 * width * height);
  for (let top = 0; top < height; top += rows) {
    context.fillStyle = "white";
    context.fillRect(0, 0, width, rows);
    context.drawImage(bitmap, 0, -top);
    const strip = context.getImageData(0, 0, width, Math.min(rows, height - top));
    data.set(strip.data, 4 * width * top);
  }
  bitmap.close();
  return { width, height, data, layout: { stride: 4, channels: [0, 1, 2] } };
}

async function toBitmap(image: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image, {
      imageOrientation: "from-image",
      colorSpaceConversion: "none",
      premultiplyAlpha: "premultiply",
    });
  } catch (cause) {
    throw new UserError(engineMessages.imageRefused(), { cause });
  }
}
