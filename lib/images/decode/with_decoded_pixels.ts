import type { IMagickImage, IPixelCollection } from "@imagemagick/magick-wasm";
import type { FormatDefinition } from "../formats/format_definition.ts";
import { detectFormat } from "../formats/image_formats.ts";
import { inspectImage } from "../formats/inspect_image.ts";
import { imageMessages } from "../formats/messages.ts";
import { ImageError } from "./image_error.ts";
import { loadMagick, type Magick } from "./load_magick.ts";
import { decodeMessages as messages } from "./messages.ts";
import type { PixelView } from "./pixels.ts";

/**
 * Decodes an image as `decodeImage` does, and lends its pixels where the decoder has them: an image of
 * 100 megapixels is never copied.
 *
 * @param use called once; the pixels are valid until it returns
 * @returns what `use` returns
 * @throws {ImageError} when the content cannot be decoded. Any other error means that the decoder
 *   itself failed, and cannot be used again in this thread.
 */
export async function withDecodedPixels<Result>(
  bytes: Uint8Array,
  use: (pixels: PixelView) => Result,
): Promise<Result> {
  const inspected = inspectImage(bytes);
  if ("code" in inspected) throw new ImageError(inspected);
  const format = detectFormat(bytes)!;
  const magick = await loadMagick();
  const image = magick.MagickImage.create();
  try {
    let cutShort = false;
    image.onWarning = ({ error }) => cutShort ||= /premature end/i.test(error.message);
    image.read(
      format.prepare?.(bytes) ?? bytes,
      new magick.MagickReadSettings({
        format: decoderOf(format, magick),
        frameIndex: 0,
        frameCount: 1,
      }),
    );
    if (cutShort) throw new ImageError(imageMessages.cutShort());
    if (format.hasAlpha?.(bytes) === false) image.alpha(magick.AlphaAction.Off);
    showAsViewersDo(image, magick, format);
    return image.getPixels((pixels) => use(viewOf(image, pixels, magick)));
  } catch (error) {
    if (error instanceof magick.MagickError) throw imageError(error);
    throw error;
  } finally {
    image.dispose();
  }
}

/** @throws {RangeError} when ImageMagick has no such decoder, which is a fault of the definition */
function decoderOf({ name, decoder }: FormatDefinition, { MagickFormat }: Magick) {
  const format = MagickFormat[decoder as keyof typeof MagickFormat];
  if (!format) throw new RangeError(`No decoder "${decoder}" for ${name} images`);
  return format;
}

function showAsViewersDo(image: IMagickImage, magick: Magick, format: FormatDefinition): void {
  const white = magick.MagickColors.White;
  const { sRGB, Gray } = magick.ColorSpace;
  image.autoOrient();
  if (image.colorSpace !== sRGB && image.colorSpace !== Gray) image.colorSpace = sRGB;
  if (image.hasAlpha) {
    image.backgroundColor = white;
    image.alpha(magick.AlphaAction.Remove);
  }
  const { page } = image;
  if (format.hasCanvas && (page.width !== image.width || page.height !== image.height)) {
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
    // A gray image has only the first.
    layout: { stride, channels: green! < 0 ? [red!, red!, red!] : [red!, green!, blue!] },
  };
}

function imageError({ message }: Error): ImageError {
  // ImageMagick appends " `FILE' @ error/SOURCE".
  const detail = message.replace(/\s*`.*$/s, "");
  if (/ResourcesExhausted|Memory ?Allocation|Insufficient memory|out of memory/i.test(detail)) {
    return new ImageError(messages.outOfMemory(), true);
  }
  return new ImageError(
    /EndOfFile|Insufficient|Read error/.test(detail)
      ? imageMessages.cutShort()
      : messages.corrupt({ detail }),
  );
}
