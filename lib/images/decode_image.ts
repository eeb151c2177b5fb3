import type { IMagickImage } from "@imagemagick/magick-wasm";
import type { ImageFormat } from "../dataset/catalog.ts";
import { inspectImage } from "../dataset/inspect_image.ts";
import { reason } from "../reason.ts";
import type { Pixels } from "./pixels.ts";

/**
 * Decodes a picture to what a viewer shows: the first frame, turned upright by its EXIF
 * orientation, transparent pixels over white, 8 bits a channel. Embedded colour profiles are not
 * applied.
 *
 * The decoder is ImageMagick's WebAssembly build: it needs no permission, and is loaded at the
 * first call.
 *
 * @param bytes a whole jpeg, png, webp, gif, bmp, tiff or binary pgm file
 * @throws {Error} with one phrase, such as "image is cut short": bad content is data, not a mistake
 *   of the caller. Its `cause` is a `WebAssembly.RuntimeError` when the decoder itself broke down
 *   and cannot be used again in this thread.
 */
export async function decodeImage(bytes: Uint8Array): Promise<Pixels> {
  const inspected = inspectImage(bytes);
  if (typeof inspected === "string") throw new Error(inspected);
  const magick = await loadMagick();
  const image = magick.MagickImage.create();
  try {
    let cutShort = false;
    image.onWarning = ({ error }) => cutShort ||= /premature end/i.test(error.message);
    image.read(
      bytes,
      new magick.MagickReadSettings({
        format: magick.MagickFormat[magickFormats[inspected.format]],
        frameIndex: 0,
        frameCount: 1,
      }),
    );
    if (cutShort) throw new Error(reason`image is cut short`);
    if (inspected.format === "bmp" && !bmpHasAlpha(bytes)) image.alpha(magick.AlphaAction.Off);
    return pixelsAsShown(image, magick, inspected.format);
  } catch (error) {
    throw new Error(phraseOf(error as Error), { cause: error });
  } finally {
    image.dispose();
  }
}

type Magick = typeof import("@imagemagick/magick-wasm");

const magickFormats = {
  jpeg: "Jpeg",
  png: "Png",
  webp: "WebP",
  gif: "Gif",
  bmp: "Bmp",
  tiff: "Tiff",
  pgm: "Pgm",
} as const satisfies Record<ImageFormat, keyof Magick["MagickFormat"]>;

let magickLoading: Promise<Magick> | undefined;

/** Loaded on demand: the WebAssembly is 15 MB, and most threads never decode. */
function loadMagick(): Promise<Magick> {
  return magickLoading ??= (async () => {
    const [magick, wasm] = await Promise.all([
      import("@imagemagick/magick-wasm"),
      import("@imagemagick/magick-wasm/magick.wasm", { with: { type: "bytes" } }),
    ]);
    await magick.initializeImageMagick(wasm.default);
    // A second line of defence behind the size that the header declares: no frame over 100
    // megapixels (the limit is exclusive), no animation that would fill the memory.
    magick.ResourceLimits.area = 100_000_001n;
    magick.ResourceLimits.memory = 2n ** 31n;
    magick.ResourceLimits.disk = 0n;
    return magick;
  })();
}

function pixelsAsShown(image: IMagickImage, magick: Magick, format: ImageFormat): Pixels {
  const white = magick.MagickColors.White;
  image.autoOrient();
  if (image.colorSpace !== magick.ColorSpace.sRGB) image.colorSpace = magick.ColorSpace.sRGB;
  if (image.hasAlpha) {
    image.backgroundColor = white;
    image.alpha(magick.AlphaAction.Remove);
  }
  const { page } = image;
  if (format === "gif" && (page.width !== image.width || page.height !== image.height)) {
    // The first frame of a gif may cover a part of its canvas.
    image.extent(new magick.MagickGeometry(-page.x, -page.y, page.width, page.height), white);
  }
  const { width, height } = image;
  const data = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, "RGB"));
  if (!data) throw new Error(reason`image has no pixels`);
  return { width, height, data };
}

/** The fourth byte of a pixel is alpha only where the header has a mask for it (version 3 and up). */
function bmpHasAlpha(bytes: Uint8Array): boolean {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true) >= 56;
}

function phraseOf({ message }: Error): string {
  // ImageMagick appends " `FILE' @ error/SOURCE".
  const phrase = message.replace(/\s*`.*$/s, "");
  if (phrase === "image is cut short" || /EndOfFile|Insufficient|Read error/.test(phrase)) {
    return reason`image is cut short`;
  }
  return /ResourcesExhausted/.test(phrase)
    ? reason`image needs too much memory`
    : reason`image is corrupt: ${phrase}`;
}
