import type { IMagickImage, IPixelCollection } from "@imagemagick/magick-wasm";
import type { ImageFormat } from "../../dataset/catalog/catalog.ts";
import { inspectImage } from "../formats/inspect_image.ts";
import { reason } from "../../language/skip_reason.ts";
import { firstWebpFrame } from "../formats/first_webp_frame.ts";
import { ImageError } from "./image_error.ts";
import { loadMagick, type Magick } from "./load_magick.ts";
import type { PixelView } from "./pixel_view.ts";

/**
 * Decodes a picture as `decodeImage` does, and lends its pixels out where the decoder has them: a
 * picture of 100 megapixels is never copied.
 *
 * @param use is called once; the pixels are good until it returns
 * @returns what `use` returns
 * @throws {ImageError} when the content is at fault. Any other error means that the decoder itself
 *   broke down, and cannot be used again in this thread.
 */
export async function withDecodedPixels<Result>(
  bytes: Uint8Array,
  use: (pixels: PixelView) => Result,
): Promise<Result> {
  const inspected = inspectImage(bytes);
  if (typeof inspected === "string") throw new ImageError(inspected);
  const magick = await loadMagick();
  const image = magick.MagickImage.create();
  try {
    let cutShort = false;
    image.onWarning = ({ error }) => cutShort ||= /premature end/i.test(error.message);
    image.read(
      inspected.format === "webp" ? firstWebpFrame(bytes) : bytes,
      new magick.MagickReadSettings({
        format: magick.MagickFormat[magickFormats[inspected.format]],
        frameIndex: 0,
        frameCount: 1,
      }),
    );
    if (cutShort) throw new ImageError(reason`image is cut short`);
    if (inspected.format === "bmp" && !bmpHasAlpha(bytes)) image.alpha(magick.AlphaAction.Off);
    showAsViewersDo(image, magick, inspected.format);
    return image.getPixels((pixels) => use(viewOf(image, pixels, magick)));
  } catch (error) {
    if (error instanceof magick.MagickError) throw imageError(error);
    throw error;
  } finally {
    image.dispose();
  }
}

const magickFormats = {
  jpeg: "Jpeg",
  png: "Png",
  webp: "WebP",
  gif: "Gif",
  bmp: "Bmp",
  tiff: "Tiff",
  pgm: "Pgm",
} as const satisfies Record<ImageFormat, keyof Magick["MagickFormat"]>;

function showAsViewersDo(image: IMagickImage, magick: Magick, format: ImageFormat): void {
  const white = magick.MagickColors.White;
  const { sRGB, Gray } = magick.ColorSpace;
  image.autoOrient();
  if (image.colorSpace !== sRGB && image.colorSpace !== Gray) image.colorSpace = sRGB;
  if (image.hasAlpha) {
    image.backgroundColor = white;
    image.alpha(magick.AlphaAction.Remove);
  }
  const { page } = image;
  if (format === "gif" && (page.width !== image.width || page.height !== image.height)) {
    // The first frame of a gif may cover a part of its canvas.
    image.extent(new magick.MagickGeometry(-page.x, -page.y, page.width, page.height), white);
  }
}

function viewOf(
  { width, height, channelCount: stride }: IMagickImage,
  pixels: IPixelCollection,
  { PixelChannel: { Red, Green, Blue } }: Magick,
): PixelView {
  const [red, green, blue] = [Red, Green, Blue].map((channel) => pixels.getChannelIndex(channel));
  return {
    width,
    height,
    data: pixels.getReadOnlyArea(0, 0, width, height),
    // A grey picture has nothing but the first.
    layout: { stride, channels: green! < 0 ? [red!, red!, red!] : [red!, green!, blue!] },
  };
}

/** The fourth byte of a pixel is alpha only where the header has a mask for it (version 3 and up). */
function bmpHasAlpha(bytes: Uint8Array): boolean {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true) >= 56;
}

function imageError({ message }: Error): ImageError {
  // ImageMagick appends " `FILE' @ error/SOURCE".
  const phrase = message.replace(/\s*`.*$/s, "");
  if (/ResourcesExhausted|Memory ?Allocation|Insufficient memory|out of memory/i.test(phrase)) {
    return new ImageError(reason`image needs too much memory`, { exhausting: true });
  }
  return new ImageError(
    /EndOfFile|Insufficient|Read error/.test(phrase)
      ? reason`image is cut short`
      : reason`image is corrupt: ${phrase}`,
  );
}
