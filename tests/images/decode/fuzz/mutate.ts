import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { ImageFormat } from "../../../../lib/images/formats/image_formats.ts";
import { bytes as joined } from "./bytes.ts";
import { changePngPixels } from "./change_png_pixels.ts";
import { headerFields } from "./header_fields.ts";
import { mendPng } from "./mend_png.ts";

type Mutation = (
  bytes: Uint8Array<ArrayBuffer>,
  random: RandomGenerator,
) => Uint8Array<ArrayBuffer>;

/** Numbers that headers are trusted with and should not be. */
const extremes = [
  ...[0, 1, 2, 3, 15, 16, 17, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff],
  ...[10_001, 60_000, 0x10000, 0xffffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff],
];

/** Their sizes stand there as words. */
const textHeaders: readonly ImageFormat[] = ["pbm", "pgm", "ppm", "pam"];

/**
 * Makes a broken file of a good one by one to three changes: cut, bits flipped, blocks repeated,
 * removed, zeroed, filled with noise or taken from another file, numbers of the header made to lie.
 *
 * @param seed a whole image of the format
 * @param other another one, to be spliced with
 */
export function mutate(
  format: ImageFormat,
  seed: Uint8Array<ArrayBuffer>,
  other: Uint8Array<ArrayBuffer>,
  random: RandomGenerator,
): Uint8Array<ArrayBuffer> {
  const mutations: readonly Mutation[] = [
    (bytes) => bytes.slice(0, below(random, bytes.length + 1)),
    flipBits,
    flipBits,
    repeatBlock,
    removeBlock,
    zeroBlock,
    fillWithNoise,
    (bytes) => splice(bytes, other, random),
    writeExtreme,
    (bytes) => lieInHeader(format, bytes, random),
    (bytes) => lieInHeader(format, bytes, random),
    (bytes) => lieInHeader(format, bytes, random),
  ];
  const change = (bytes: Uint8Array<ArrayBuffer>) =>
    mutations[below(random, mutations.length)]!(bytes, random);
  let bytes = seed.slice();
  if (format === "png" && below(random, 3) === 0) {
    bytes = mendPng(changePngPixels(bytes, change));
    if (below(random, 2) === 0) return bytes;
  }
  for (let changes = 1 + below(random, 3); changes > 0; changes--) bytes = change(bytes);
  // With checksums that are wrong, little is looked at behind them.
  return format === "png" && below(random, 4) > 0 ? mendPng(bytes) : bytes;
}

/** 0 up to, not including, a limit; 0 where there is nothing to choose. */
function below(random: RandomGenerator, limit: number): number {
  return limit > 1 ? uniformInt(random, 0, limit - 1) : 0;
}

function flipBits(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  for (let count = 1 + below(random, 16); bytes.length > 0 && count > 0; count--) {
    bytes[below(random, bytes.length)]! ^= 1 << below(random, 8);
  }
  return bytes;
}

/** A part of the file, often short. */
function block(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  const start = below(random, bytes.length);
  const length = 1 + below(random, [4, 64, bytes.length][below(random, 3)]!);
  return { start, end: Math.min(start + length, bytes.length) };
}

function repeatBlock(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  const { start, end } = block(bytes, random);
  const repeated = Array.from({ length: 1 + below(random, 20) }, () => bytes.subarray(start, end));
  return joined(bytes.subarray(0, end), ...repeated, bytes.subarray(end));
}

function removeBlock(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  const { start, end } = block(bytes, random);
  return joined(bytes.subarray(0, start), bytes.subarray(end));
}

function zeroBlock(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  const { start, end } = block(bytes, random);
  return bytes.fill(below(random, 2) * 255, start, end);
}

function fillWithNoise(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  const { start, end } = block(bytes, random);
  for (let i = start; i < end; i++) bytes[i] = below(random, 256);
  return bytes;
}

function splice(
  bytes: Uint8Array<ArrayBuffer>,
  other: Uint8Array<ArrayBuffer>,
  random: RandomGenerator,
) {
  return joined(
    bytes.subarray(0, below(random, bytes.length + 1)),
    other.subarray(below(random, other.length + 1)),
  );
}

function writeExtreme(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  return writeNumber(bytes, below(random, bytes.length), random);
}

function lieInHeader(
  format: ImageFormat,
  bytes: Uint8Array<ArrayBuffer>,
  random: RandomGenerator,
): Uint8Array<ArrayBuffer> {
  if (textHeaders.includes(format)) return lieInText(bytes, random);
  const fields = headerFields(format, bytes);
  return writeNumber(bytes, fields[below(random, fields.length)] ?? 0, random);
}

function writeNumber(bytes: Uint8Array<ArrayBuffer>, at: number, random: RandomGenerator) {
  const size = [1, 2, 4][below(random, 3)]!;
  const [kind, place] = [below(random, 3), below(random, extremes.length)];
  const value = kind === 0 ? below(random, 300) : extremes[place]!;
  const littleEndian = below(random, 2) === 0;
  for (let i = 0; i < size && at + i < bytes.length; i++) {
    bytes[at + i] = value >>> 8 * (littleEndian ? i : size - 1 - i);
  }
  return bytes;
}

/** Puts another word in the place of one of the header's. */
function lieInText(bytes: Uint8Array<ArrayBuffer>, random: RandomGenerator) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 80));
  const words = [...head.matchAll(/\S+/g)].slice(0, 14);
  const word = words[below(random, words.length)];
  if (!word) return bytes;
  const odd = ["", "-1", "0x10", "1e9", "9".repeat(300), "#", "#\n#\n", "\0", "+8", "4.5"];
  const lies = [...extremes.map(String), ...odd];
  const lie = new TextEncoder().encode(lies[below(random, lies.length)]!);
  const end = word.index + word[0].length;
  return joined(bytes.subarray(0, word.index), lie, bytes.subarray(end));
}
