import { bigEndian, bytes, repeated } from "./bytes.ts";
import type { Bombs } from "./bomb.ts";
import { mendPng } from "./mend_png.ts";
import { zeroStream } from "./zero_stream.ts";

const [gray, rgb, palette, rgba] = [0, 2, 3, 6];
const mebibyte = 2 ** 20;

export const pngBombs: Bombs = {
  quick: {
    "60,000 x 60,000 px": () => png({ width: 60_000, height: 60_000 }),
    "4,294,967,295 px wide": () => png({ width: 0xffffffff, height: 16 }),
    "two headers, the second of 60,000 x 60,000 px": () =>
      png({ before: chunk("IHDR", header({ width: 60_000, height: 60_000 })) }),
    "a header behind another chunk": () =>
      bytes(signature, chunk("tEXt", "a\0b"), png({}).subarray(8)),
    "a palette of 60,000 colors": () =>
      png({ color: palette, before: chunk("PLTE", new Uint8Array(180_000)) }),
  },
  slow: {
    "a strip of 16 x 6,000,000 px": () =>
      png({ width: 16, height: 6_000_000, depth: 1, color: gray, pixels: zeroStream(18e6) }),
    "pixels that unpack to a gibibyte": () => png({ pixels: zeroStream(2 ** 30) }),
    "text that unpacks to a gibibyte": () =>
      png({ before: chunk("zTXt", "a\0\0", zeroStream(2 ** 30)) }),
    "a profile that unpacks to a gibibyte": () =>
      png({ before: chunk("iCCP", "a\0\0", zeroStream(2 ** 30)) }),
    "international text that unpacks to a gibibyte, behind the pixels": () =>
      png({ behind: chunk("iTXt", "a\0\x01\0\0\0", zeroStream(2 ** 30)) }),
    "text of 30 MiB": () => png({ before: chunk("tEXt", "a\0", new Uint8Array(30 * mebibyte)) }),
    "exif of 30 MiB": () => png({ before: chunk("eXIf", "MM\0*", new Uint8Array(30 * mebibyte)) }),
    "200,000 chunks of text": () => png({ before: repeated(chunk("tEXt", "a\0b"), 200_000) }),
    "200,000 chunks that nobody knows": () =>
      png({ before: repeated(chunk("auNt", "a"), 200_000) }),
    "pixels in 100,000 empty chunks": () => png({ before: repeated(chunk("IDAT"), 100_000) }),
    "20,000 animation frames": () =>
      png({ behind: repeated(chunk("fdAT", bigEndian(4, 1), zeroStream(784)), 20_000) }),
    "100 megapixels, one bit each": () => plain({ depth: 1, color: gray }, 1250),
    "100 megapixels in color": () => plain({ depth: 8, color: rgb }, 30_000),
    "100 megapixels of 64 bits, interlaced": () =>
      plain({ depth: 16, color: rgba, interlace: 1 }, 80_000),
  },
};

interface Parts {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly color?: number;
  readonly interlace?: number;
  readonly before?: Uint8Array;
  readonly pixels?: Uint8Array;
  readonly behind?: Uint8Array;
}

const signature = bytes(0x89, "PNG\r\n\x1a\n");

function header({ width = 16, height = 16, depth = 8, color = rgb, interlace = 0 }: Parts) {
  return bytes(bigEndian(4, width, height), depth, color!, 0, 0, interlace);
}

function png(parts: Parts): Uint8Array<ArrayBuffer> {
  const { before = new Uint8Array(), behind = new Uint8Array() } = parts;
  const pixels = parts.pixels ?? zeroStream(16 * (1 + 16 * 3));
  return mendPng(bytes(
    signature,
    chunk("IHDR", header(parts)),
    before,
    chunk("IDAT", pixels),
    behind,
    chunk("IEND"),
  ));
}

/** 10,000 x 10,000 zeros. */
function plain(parts: Parts, bytesPerRow: number) {
  const size = { width: 10_000, height: 10_000 };
  return png({ ...parts, ...size, pixels: zeroStream(size.height * (1 + bytesPerRow)) });
}

/** Its checksum is left 0. */
function chunk(name: string, ...content: readonly (string | Uint8Array)[]) {
  const data = bytes(...content);
  return bytes(bigEndian(4, data.length), name, data, 0, 0, 0, 0);
}
