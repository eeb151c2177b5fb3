import type { ImageFormat } from "../../dataset/catalog/catalog.ts";
import { jpegExtent } from "./jpeg.ts";
import { tiffExtent } from "./tiff.ts";

/** What a picture's file says of itself. */
export interface ImageExtent {
  /** In pixels, before any EXIF orientation; 0 or less, or undefined, where it makes no sense. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Whether the file reaches as far as its own structure says: half a download does not. */
  readonly complete: boolean;
}

/**
 * Follows the structure of a picture's file as its decoder will, without decoding it, in a time that
 * no content makes longer than a pass over the file.
 *
 * @param bytes the whole file
 * @param format as `imageFormat` tells it
 * @throws {RangeError} when the file ends before its size is told
 */
export function imageExtent(bytes: Uint8Array, format: ImageFormat): ImageExtent {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return format === "tiff" ? tiffExtent(view) : extents[format](bytes, view);
}

const extents: Record<
  Exclude<ImageFormat, "tiff">,
  (bytes: Uint8Array, view: DataView) => ImageExtent
> = {
  jpeg: jpegExtent,
  png: pngExtent,
  webp: webpExtent,
  gif: gifExtent,
  bmp: bmpExtent,
  pgm: pgmExtent,
};

/** Walks the chunks to the last, IEND: each is length, name, content, checksum. */
function pngExtent(bytes: Uint8Array, view: DataView): ImageExtent {
  const [header, end] = [0x49484452, 0x49454e44];
  let offset = 8;
  while (view.getUint32(offset + 4) !== end) offset += 12 + view.getUint32(offset);
  const whole = offset + 12 <= bytes.length;
  return view.getUint32(12) === header
    ? { width: view.getUint32(16), height: view.getUint32(20), complete: whole }
    : { width: undefined, height: undefined, complete: whole };
}

/** Source: RFC 9649, sections 2.5 to 2.7 and 3.4. */
function webpExtent(bytes: Uint8Array, view: DataView): ImageExtent {
  const whole = 8 + view.getUint32(4, true) <= bytes.length;
  const sides = {
    "VP8 ": () => [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff],
    "VP8L": () => {
      const bits = view.getUint32(21, true);
      return [1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff)];
    },
    "VP8X": () => [1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(26, true) >>> 8)],
  };
  const chunk = String.fromCharCode(...bytes.subarray(12, 16));
  const [width, height] = Object.hasOwn(sides, chunk) ? sides[chunk as keyof typeof sides]() : [];
  return { width, height, complete: whole };
}

/** Walks the blocks to the end of the first frame, the one that is used. */
function gifExtent(_: Uint8Array, view: DataView): ImageExtent {
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const colourTable = (flags: number) => flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
  const afterSubBlocks = (start: number) => {
    let offset = start;
    while (view.getUint8(offset) !== 0) offset += 1 + view.getUint8(offset);
    return offset + 1;
  };
  const [extension, image] = [0x21, 0x2c];
  let offset = 13 + colourTable(view.getUint8(10));
  while (view.getUint8(offset) === extension) offset = afterSubBlocks(offset + 2);
  if (view.getUint8(offset) !== image) return { ...size, complete: false };
  afterSubBlocks(offset + 11 + colourTable(view.getUint8(offset + 9)));
  return { ...size, complete: true };
}

/** Works the length of the pixels out; the length in the header is often wrong or 0. */
function bmpExtent(bytes: Uint8Array, view: DataView): ImageExtent {
  const pixels = view.getUint32(10, true);
  const width = view.getInt32(18, true);
  const height = Math.abs(view.getInt32(22, true));
  const compression = view.getUint32(30, true);
  const [none, bitFields] = [0, 3];
  const length = compression === none || compression === bitFields
    ? 4 * Math.ceil(width * view.getUint16(28, true) / 32) * height
    : view.getUint32(34, true);
  return { width, height, complete: pixels + length <= bytes.length };
}

/** P2 has its pixels as decimal numbers, P5 as bytes. */
function pgmExtent(bytes: Uint8Array): ImageExtent {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const [header, kind, ...numbers] = pgmHeader.exec(head) ?? [];
  if (header === undefined) throw new RangeError("PGM header past the end");
  const [width, height, max] = numbers.map(Number) as [number, number, number];
  const pixels = width * height;
  const whole = kind === "2"
    ? hasNumbers(bytes, header.length, pixels)
    : header.length + pixels * (max > 255 ? 2 : 1) <= bytes.length;
  return { width, height, complete: whole };
}

const gap = "\\s+(?:#[^\\n]*\\n\\s*)*"; // with comments
const pgmHeader = new RegExp(`^P([25])${gap}(\\d+)${gap}(\\d+)${gap}(\\d+)\\s`);

/** Whether there are so many numbers: of a file that is cut within the last, nobody can tell. */
function hasNumbers(bytes: Uint8Array, start: number, wanted: number): boolean {
  const [space, zero, nine] = [0x20, 0x30, 0x39];
  let found = 0;
  for (let i = start; i < bytes.length && found < wanted; i++) {
    const byte = bytes[i]!;
    if (byte <= space) continue;
    // What is no digit is skipped by the decoder, so that every pixel behind it would be another's.
    if (byte < zero || byte > nine) return false;
    if (i === start || bytes[i - 1]! <= space) found++;
  }
  return found >= wanted;
}
