import type { Bombs } from "./bomb.ts";
import { bytes, repeated } from "./bytes.ts";

export const pgmBombs: Bombs = {
  quick: {
    "60,000 x 60,000 px": () => pgm("60000 60000 255"),
    "a width of a thousand digits": () => pgm(`${"9".repeat(1000)} 16 255`),
    "4,294,967,312 px, which is 16 in 32 bits": () => pgm("4294967312 16 255"),
    "a white of 0": () => pgm("16 16 0"),
    "a white of 1": () => pgm("16 16 1"),
    "a white of 65,536": () => pgm("16 16 65536"),
    "a white of 4,294,967,295": () => pgm("16 16 4294967295"),
  },
  slow: {
    "a strip of 16 x 6,000,000 px": () => pgm("16 6000000 255", 96_000_000),
    "100 megapixels as numbers": () =>
      bytes("P2 10000 10000 1 ", repeated(bytes("0 "), 60_000_000)),
    "5 megapixels as numbers": () => bytes("P2 2500 2000 1 ", repeated(bytes("0 "), 5_000_000)),
    "numbers of 1,000,000 digits": () =>
      bytes("P2 16 16 1 ", repeated(bytes(repeated(bytes("9"), 1_000_000), " "), 60)),
    "30 MiB of spaces between its numbers": () =>
      bytes("P2 16 16 1 ", repeated(bytes(" ".repeat(2 ** 17), "0"), 256)),
    "a comment of 30 MiB": () => pgm(`#${"c".repeat(30 * 2 ** 20)}\n16 16 255`),
    "1,000,000 comments": () => pgm(`${"#\n".repeat(1_000_000)}16 16 255`),
    "30 MiB of spaces": () => pgm(`${" ".repeat(30 * 2 ** 20)}16 16 255`),
    "60 MiB behind its pixels": () => pgm("16 16 255", 60 * 2 ** 20),
    "20,000 images in one file": () => repeated(pgm("16 16 255", 256), 20_000),
    "100 megapixels": () => pgm("10000 10000 255", 100_000_000),
    "100 megapixels of 16 bits": () => pgm("10000 5000 65535", 100_000_000),
  },
};

function pgm(header: string, pixels = 512): Uint8Array<ArrayBuffer> {
  return bytes("P5\n", header, "\n", new Uint8Array(pixels));
}
