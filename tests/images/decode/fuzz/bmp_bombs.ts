import type { Bombs } from "./bomb.ts";
import { bytes, littleEndian, repeated } from "./bytes.ts";

export const bmpBombs: Bombs = {
  quick: {
    "60,000 x 60,000 px": () => bmp({ width: 60_000, height: 60_000 }),
    "60,000 x 60,000 px in no bytes": () => bmp({ width: 60_000, height: 60_000, compression: 1 }),
    "a height of -2,147,483,648": () => bmp({ height: -(2 ** 31), compression: 1 }),
    "a width of -60,000": () => bmp({ width: -60_000, height: 60_000 }),
    "pixels of no bits": () => bmp({ depth: 0 }),
    "pixels of 65,535 bits": () => bmp({ depth: 65_535 }),
    "a palette of 4,294,967,295 colors": () => bmp({ depth: 8, colors: 0xffffffff }),
    "pixels that start before the file": () => bmp({ start: 0 }),
    "pixels that start behind the file": () => bmp({ start: 0xfffffff0 }),
    "a profile behind the file": () => bmp({ headerSize: 124 }),
    "a jpeg inside that is none": () => bmp({ compression: 4 }),
    "runs that lead outside": () =>
      bmp({ compression: 1, depth: 8, pixels: repeated(bytes(0, 2, 255, 255), 100_000) }),
  },
  slow: {
    "a palette of 10,000,000 colors": () => bmp({ depth: 8, colors: 10_000_000 }),
    "30 MiB behind its pixels": () => bmp({ pixels: new Uint8Array(30 * 2 ** 20) }),
    "millions of empty runs": () =>
      bmp({ compression: 1, depth: 8, pixels: repeated(bytes(0, 7), 10_000_000) }),
    "100 megapixels in no runs": () =>
      bmp({ width: 10_000, height: 10_000, compression: 1, depth: 8, pixels: bytes(0, 1) }),
    "100 megapixels in short runs": () =>
      bmp({
        width: 10_000,
        height: 10_000,
        compression: 1,
        depth: 8,
        pixels: repeated(bytes(255, 7), 10_000_000 / 25),
      }),
    "100 megapixels of one bit": () =>
      bmp({ width: 10_000, height: 10_000, depth: 1, pixels: new Uint8Array(12_520_000) }),
  },
};

interface Parts {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly compression?: number;
  readonly colors?: number;
  readonly headerSize?: number;
  readonly start?: number;
  readonly pixels?: Uint8Array;
}

function bmp(parts: Parts): Uint8Array<ArrayBuffer> {
  const { width = 16, height = 16, depth = 24, compression = 0, headerSize = 40 } = parts;
  const { colors = 0, start = 14 + headerSize + 1024, pixels = new Uint8Array(1024) } = parts;
  const header = bytes(
    littleEndian(4, headerSize, width, height),
    littleEndian(2, 1, depth),
    littleEndian(4, compression, 0, 2835, 2835, colors, 0),
    new Uint8Array(headerSize - 40).fill(0x7f),
  );
  const size = 14 + headerSize + 1024 + pixels.length;
  return bytes("BM", littleEndian(4, size, 0, start), header, new Uint8Array(1024), pixels);
}
