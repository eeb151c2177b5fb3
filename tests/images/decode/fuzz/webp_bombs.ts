import type { Bombs } from "./bomb.ts";
import { bytes, littleEndian, repeated } from "./bytes.ts";

export const webpBombs: Bombs = {
  quick: {
    "a canvas of 60,000 x 60,000 px": () => webp(canvas(60_000, 60_000), plain(16, 16)),
    "16,384 x 16,384 px": () => webp(plain(16_384, 16_384)),
    "16,383 x 16,383 px, lossy": () => webp(lossy(16_383, 16_383)),
    "16,384 x 16,384 px on a canvas of 16 x 16": () => webp(canvas(16, 16), plain(16_384, 16_384)),
    "16,383 x 16,383 px, lossy, on a canvas of 16 x 16": () =>
      webp(canvas(16, 16), lossy(16_383, 16_383)),
    "a frame of 16,384 x 16,384 px in an animation of 16 x 16": () =>
      webp(canvas(16, 16, 2), animated, frame(16_384, 16_384)),
    "a chunk that ends behind the file": () =>
      bytes(webp(plain(16, 16)), "abcd", 255, 255, 255, 255),
  },
  slow: {
    "10,000 frames of 16 x 16 px": () => animation(16, 16, 10_000),
    "300 frames of 16 x 16 px on a canvas of 16,384 x 6,000": () => animation(16_384, 6000, 300),
    "a profile of 30 MiB": () =>
      webp(canvas(16, 16, 0x20), chunk("ICCP", new Uint8Array(30 * 2 ** 20)), plain(16, 16)),
    "200,000 chunks that nobody knows": () =>
      webp(canvas(16, 16), repeated(chunk("abcd"), 200_000), plain(16, 16)),
    "98 megapixels without any, lossy": () => webp(lossy(16_383, 6000)),
    "98 megapixels in no bits": () => webp(plain(16_384, 6000)),
  },
};

function webp(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = bytes("WEBP", ...chunks);
  return bytes("RIFF", littleEndian(4, content.length), content);
}

function chunk(name: string, ...content: readonly (number | Uint8Array)[]) {
  const data = bytes(...content);
  return bytes(name, littleEndian(4, data.length), data, new Uint8Array(data.length % 2));
}

function canvas(width: number, height: number, flags = 0) {
  return chunk("VP8X", flags, 0, 0, 0, littleEndian(3, width - 1, height - 1));
}

/** Lossless, all of one color: the five codes have one symbol, which takes no bits. */
function plain(width: number, height: number) {
  const size = (width - 1) | (height - 1) << 14;
  // No transform, no cache, one group of codes; then "simple, one symbol, of one bit, 0", five times.
  const codes = Array.from({ length: 5 }, (_, i) => 1 << 3 + 4 * i).reduce((a, b) => a | b);
  return chunk("VP8L", 0x2f, littleEndian(4, size, codes), new Uint8Array(8));
}

/** A key frame's header, and next to nothing behind it. */
function lossy(width: number, height: number) {
  const firstPartition = 600;
  const tag = (firstPartition << 5) | 0x10;
  const start = bytes(0x9d, 0x01, 0x2a);
  return chunk("VP8 ", littleEndian(3, tag), start, littleEndian(2, width, height), noise(700));
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Math.imul(i + 1, 2654435761) >>> 24);
}

const animated = chunk("ANIM", new Uint8Array(6));

function frame(width: number, height: number) {
  const place = littleEndian(3, 0, 0, width - 1, height - 1, 10);
  return chunk("ANMF", place, 0, plain(width, height));
}

function animation(width: number, height: number, frames: number) {
  return webp(canvas(width, height, 2), animated, repeated(frame(16, 16), frames));
}
