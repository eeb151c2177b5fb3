import type { Bombs } from "./bomb.ts";
import { bytes, littleEndian, repeated } from "./bytes.ts";

export const gifBombs: Bombs = {
  quick: {
    "60,000 x 60,000 px": () => gif(60_000, 60_000, frame(60_000, 60_000)),
    "a frame of 60,000 x 60,000 px on a canvas of 16 x 16": () =>
      gif(16, 16, frame(60_000, 60_000)),
    "a frame of 16 x 16 px on a canvas of 10,000 x 10,000": () =>
      gif(10_000, 10_000, frame(16, 16)),
    "a frame that lies outside its canvas": () => gif(16, 16, frame(16, 16, 60_000)),
    "a codebook of 255 bits": () => gif(16, 16, frame(16, 16, 0, 255)),
  },
  slow: {
    "20,000 frames": () => gif(16, 16, repeated(frame(16, 16), 20_000)),
    "a comment of 30 MiB": () => gif(16, 16, comment(120_000, 255), frame(16, 16)),
    "a comment in 10,000,000 parts": () => gif(16, 16, comment(10_000_000, 1), frame(16, 16)),
    "1,000,000 empty comments": () =>
      gif(16, 16, repeated(Uint8Array.of(0x21, 0xfe, 0), 1_000_000), frame(16, 16)),
    "30 MiB of pixels too many": () => gif(16, 16, frame(16, 16, 0, 8, 120_000)),
    "100 megapixels without any": () => gif(10_000, 10_000, frame(10_000, 10_000)),
    "100 megapixels of one color": () =>
      gif(10_000, 10_000, bytes(place(10_000, 10_000), solid(10_000 * 10_000))),
  },
};

function gif(width: number, height: number, ...blocks: readonly Uint8Array[]) {
  const twoColors = bytes(0, 0, 0, 255, 255, 255);
  const screen = bytes("GIF89a", littleEndian(2, width, height), 0x80, 0, 0);
  return bytes(screen, twoColors, ...blocks, 0x3b);
}

function place(width: number, height: number, offset = 0) {
  return bytes(0x2c, littleEndian(2, offset, offset, width, height), 0);
}

/** A frame whose pixels are zeros, a block of 255 at a time. */
function frame(width: number, height: number, offset = 0, bits = 2, blocks = 1) {
  const data = repeated(bytes(255, new Uint8Array(255)), blocks);
  return bytes(place(width, height, offset), bits, data, 0);
}

function comment(blocks: number, length: number) {
  return bytes(0x21, 0xfe, repeated(bytes(length, new Uint8Array(length).fill(65)), blocks), 0);
}

/** Pixels of the first color in the fewest codes: each stands for one pixel more than the last. */
function solid(pixels: number): Uint8Array {
  const bits = 2, clear = 4;
  const data: number[] = [];
  let buffer = 0, filled = 0;
  const put = (code: number, width: number) => {
    for (buffer |= code << filled, filled += width; filled >= 8; filled -= 8, buffer >>>= 8) {
      data.push(buffer & 255);
    }
  };
  for (let left = pixels; left > 0;) {
    put(clear, 3);
    put(0, 3);
    left--;
    // Codes 6 to 4,095, of two and more pixels; the table is then full.
    for (let code = 6; code < 4096 && left > 0; code++) {
      put(code, Math.ceil(Math.log2(code + 1)));
      left -= code - 4;
    }
  }
  put(5, 12);
  put(0, 8);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.slice(at, at + 255);
    blocks.push(bytes(block.length, Uint8Array.from(block)));
  }
  return bytes(bits, ...blocks, 0);
}
