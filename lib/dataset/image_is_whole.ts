import type { ImageFormat } from "./catalog.ts";
import { tiffIsWhole } from "./tiff_is_whole.ts";

/**
 * Tells whether a picture's file reaches as far as its own header and structure say, without
 * decoding it: a download that stopped half-way does not.
 *
 * @param bytes the whole file
 * @param format as `imageFormat` tells it
 */
export function imageIsWhole(bytes: Uint8Array, format: ImageFormat): boolean {
  try {
    return checks[format](bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // A read past the end of the file.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const checks: Record<ImageFormat, (bytes: Uint8Array, view: DataView) => boolean> = {
  jpeg: jpegIsWhole,
  png: pngIsWhole,
  webp: (bytes, view) => 8 + view.getUint32(4, true) <= bytes.length,
  gif: gifIsWhole,
  bmp: bmpIsWhole,
  tiff: (_, view) => tiffIsWhole(view),
  pgm: pgmIsWhole,
};

/** Looks for the end marker behind the start of the scan: a thumbnail in the header has its own. */
function jpegIsWhole(bytes: Uint8Array, view: DataView): boolean {
  let offset = 2;
  for (;;) {
    const marker = view.getUint16(offset);
    if (marker === 0xffda) break;
    offset += marker === 0xffff ? 1 : 2 + view.getUint16(offset + 2);
  }
  for (let i = bytes.length - 2; i > offset; i--) {
    if (bytes[i] === 0xff && bytes[i + 1] === 0xd9) return true;
  }
  return false;
}

/** Walks the chunks to the last, IEND: each is length, name, content, checksum. */
function pngIsWhole(bytes: Uint8Array, view: DataView): boolean {
  const end = 0x49454e44;
  let offset = 8;
  while (view.getUint32(offset + 4) !== end) offset += 12 + view.getUint32(offset);
  return offset + 12 <= bytes.length;
}

/** Walks the blocks to the end of the first frame, the one that is used. */
function gifIsWhole(_: Uint8Array, view: DataView): boolean {
  const colourTable = (flags: number) => flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
  const afterSubBlocks = (start: number) => {
    let offset = start;
    while (view.getUint8(offset) !== 0) offset += 1 + view.getUint8(offset);
    return offset + 1;
  };
  const [extension, image] = [0x21, 0x2c];
  let offset = 13 + colourTable(view.getUint8(10));
  while (view.getUint8(offset) === extension) offset = afterSubBlocks(offset + 2);
  if (view.getUint8(offset) !== image) return false;
  afterSubBlocks(offset + 11 + colourTable(view.getUint8(offset + 9)));
  return true;
}

/** Works the length of the pixels out; the length in the header is often wrong or 0. */
function bmpIsWhole(bytes: Uint8Array, view: DataView): boolean {
  const pixels = view.getUint32(10, true);
  const width = view.getInt32(18, true);
  const height = Math.abs(view.getInt32(22, true));
  const compression = view.getUint32(30, true);
  const [none, bitFields] = [0, 3];
  const length = compression === none || compression === bitFields
    ? 4 * Math.ceil(width * view.getUint16(28, true) / 32) * height
    : view.getUint32(34, true);
  return pixels + length <= bytes.length;
}

function pgmIsWhole(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const [header, width, height, max] = pgmHeader.exec(head) ?? [];
  if (header === undefined) return false;
  const bytesPerPixel = Number(max) > 255 ? 2 : 1;
  return header.length + Number(width) * Number(height) * bytesPerPixel <= bytes.length;
}

const gap = "\\s+(?:#[^\\n]*\\n\\s*)*"; // with comments
const pgmHeader = new RegExp(`^P5${gap}(\\d+)${gap}(\\d+)${gap}(\\d+)\\s`);
