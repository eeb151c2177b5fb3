import type { Bombs } from "./bomb.ts";
import { bytes, littleEndian } from "./bytes.ts";
import { zeroStream } from "./zero_stream.ts";

const [byte, ascii, short, long] = [1, 2, 3, 4];
const [none, jpeg, deflate, packbits, group4] = [1, 7, 8, 32773, 4];
const large = { width: 10_000, height: 10_000 };

export const tiffBombs: Bombs = {
  quick: {
    "60,000 x 60,000 px": () => tiff({ width: 60_000, height: 60_000 }),
    "two widths, the second of 60,000 px": () => tiff({ more: [[256, long, 1, 60_000]] }),
    "a width of two numbers": () => tiff({ more: [[256, long, 2, 8]], width: null }),
    "a directory that follows itself": () => tiff({ next: 8 }),
    "a directory that is a part of itself": () =>
      tiff({ more: [[330, long, 1, 8], [34665, long, 1, 8], [34853, long, 1, 8]] }),
    "an entry of 4,294,967,295 numbers": () => tiff({ more: [[320, short, 0xffffffff, 8]] }),
    "4,294,967,295 strips": () => tiff({ strips: 0xffffffff }),
    "65,535 samples a pixel": () => tiff({ samples: 65_535 }),
    "samples of 65,535 bits": () => tiff({ bits: 65_535 }),
    "tiles of 1,000,000 x 1,000,000 px": () =>
      tiff({ more: [[322, long, 1, 1_000_000], [323, long, 1, 1_000_000]] }),
    "4,294,967,295 rows in a strip": () => tiff({ rows: 0xffffffff }),
    "a jpeg inside that declares 60,000 x 60,000 px": () =>
      tiff({
        compression: jpeg,
        pixels: bytes(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xea, 0x60, 0xea, 0x60, 1, 1, 0x11, 0),
      }),
  },
  slow: {
    "a strip of 16 x 6,000,000 px": () =>
      tiff({ height: 6_000_000, bits: 1, compression: deflate, pixels: zeroStream(12e6) }),
    "5,000 directories": () => manyDirectories(5000),
    "a directory of 65,535 entries": () =>
      tiff({ more: repeatedEntries([65_000, byte, 1, 0], 65_525) }),
    "2,000,000 strips": () => tiff({ strips: 2_000_000, pixels: new Uint8Array(8_000_000) }),
    "a description of 30 MiB": () =>
      tiff({ more: [[270, ascii, 30 * 2 ** 20, 200]], pixels: new Uint8Array(30 * 2 ** 20 + 200) }),
    "a profile of 30 MiB": () =>
      tiff({ more: [[34675, 7, 30 * 2 ** 20, 200]], pixels: new Uint8Array(30 * 2 ** 20 + 200) }),
    "a strip that unpacks to a gibibyte": () =>
      tiff({ compression: deflate, pixels: zeroStream(2 ** 30) }),
    "100 megapixels without any": () => tiff({ ...large, rows: 10_000 }),
    "100 megapixels, deflated": () =>
      tiff({ ...large, rows: 10_000, compression: deflate, pixels: zeroStream(1e8) }),
    "100 megapixels, a row a strip, all the same": () =>
      tiff({ ...large, rows: 1, compression: packbits, strips: 10_000 }),
    "100 megapixels of fax": () =>
      tiff({ ...large, rows: 10_000, bits: 1, compression: group4, pixels: new Uint8Array(2000) }),
    "100 megapixels of 64 bits": () =>
      tiff({ ...large, rows: 10_000, bits: 64, compression: deflate, pixels: zeroStream(8e8) }),
  },
};

type Entry = readonly [tag: number, type: number, count: number, value: number];

interface Parts {
  readonly width?: number | null;
  readonly height?: number;
  readonly bits?: number;
  readonly samples?: number;
  readonly compression?: number;
  readonly rows?: number;
  readonly strips?: number;
  readonly more?: readonly Entry[];
  readonly next?: number;
  readonly pixels?: Uint8Array;
}

/** Its strips all stand behind the directory, or are listed there. */
function tiff(parts: Parts, at = 8): Uint8Array<ArrayBuffer> {
  const { width = 16, height = 16, bits = 8, samples = 1, compression = none, more = [] } = parts;
  const { rows = 16, strips = 1, next = 0, pixels = new Uint8Array(1024) } = parts;
  const count = (width === null ? 8 : 9) + more.length;
  const end = at + 2 + count * 12 + 4;
  const entries: Entry[] = [
    ...(width === null ? [] : [[256, long, 1, width] as const]),
    [257, long, 1, height],
    [258, short, 1, bits],
    [259, short, 1, compression!],
    [262, short, 1, 1],
    [273, long, strips, end],
    [277, short, 1, samples],
    [278, long, 1, rows],
    [279, long, strips, strips === 1 ? pixels.length : end],
    ...more,
  ];
  return bytes(
    at === 8 ? bytes("II*\0", littleEndian(4, 8)) : "",
    littleEndian(2, count),
    ...entries.map(([tag, type, count, value]) =>
      bytes(littleEndian(2, tag, type), littleEndian(4, count, value))
    ),
    littleEndian(4, next),
    pixels,
  );
}

function repeatedEntries(entry: Entry, count: number): Entry[] {
  return Array.from({ length: count }, () => entry);
}

function manyDirectories(count: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (let at = 8, i = 0; i < count; i++) {
    const length = tiff({}, 9).length;
    parts.push(tiff({ next: at + length }, at));
    at += length;
  }
  return bytes(...parts, new Uint8Array(6));
}
