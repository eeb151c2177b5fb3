import type { FormatDefinition, ImageExtent } from "./format_definition.ts";

/** Portable bitmap: P1 has its pixels as digits, P4 as bits. */
export const pbm: FormatDefinition<"pbm"> = {
  name: "pbm",
  signature: /^P[14]\s/,
  decoder: "Pbm",
  extent,
};

/** Portable graymap: P2 has its pixels as decimal numbers, P5 as bytes. */
export const pgm: FormatDefinition<"pgm"> = {
  name: "pgm",
  signature: /^P[25]\s/,
  decoder: "Pgm",
  extent,
};

/** Portable pixmap: three numbers a pixel, P3 in decimal, P6 as bytes. */
export const ppm: FormatDefinition<"ppm"> = {
  name: "ppm",
  signature: /^P[36]\s/,
  decoder: "Ppm",
  extent,
};

/** Portable arbitrary map: its header names how many numbers a pixel has, all as bytes. */
export const pam: FormatDefinition<"pam"> = {
  name: "pam",
  signature: /^P7\s/,
  decoder: "Pam",
  extent,
};

interface Header {
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  /** Numbers a pixel. */
  readonly depth: number;
  /** The number that is white. */
  readonly max: number;
  /** Where the pixels start, in bytes. */
  readonly start: number;
}

/** Source: the manual pages pbm(5), pgm(5), ppm(5), and pam(5) of Netpbm. */
function extent(bytes: Uint8Array): ImageExtent {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const header = head.startsWith("P7") ? readPam(head) : readPnm(head);
  if (!header) throw new RangeError("Netpbm header past the end");
  const { kind, width, height, depth, max, start } = header;
  const numbers = width * height * depth;
  const length = kind === "4" ? Math.ceil(width / 8) * height : numbers * (max > 255 ? 2 : 1);
  const complete = "123".includes(kind)
    ? hasNumbers(bytes, start, { expected: numbers, areDigits: kind === "1" })
    : start + length <= bytes.length;
  return { width, height, complete };
}

const gap = "\\s+(?:#[^\\n]*\\n\\s*)*"; // with comments
const sides = `${gap}(\\d+)${gap}(\\d+)`;
/** Bits have no number that is white. */
const pnmHeader = new RegExp(`^P(?:([14])${sides}|([2356])${sides}${gap}(\\d+))\\s`);

function readPnm(head: string): Header | undefined {
  const found = pnmHeader.exec(head);
  if (!found) return undefined;
  const [kind, ...numbers] = found.slice(1).filter((group) => group !== undefined);
  const [width, height, max = 1] = numbers.map(Number);
  const depth = "36".includes(kind!) ? 3 : 1;
  return { kind: kind!, width: width!, height: height!, depth, max, start: found[0].length };
}

/** Of a line that stands there twice, the last counts. */
function readPam(head: string): Header | undefined {
  const found = /^P7\s(?:[^\n]*\n)*?ENDHDR\n/.exec(head)?.[0];
  if (found === undefined) return undefined;
  const lines = found.matchAll(/^(WIDTH|HEIGHT|DEPTH|MAXVAL)\s+(\d+)/gm);
  const { WIDTH: width = 0, HEIGHT: height = 0, DEPTH: depth = 1, MAXVAL: max = 1 } = Object
    .fromEntries(Array.from(lines, ([, name, number]) => [name, Number(number)]));
  return { kind: "7", width, height, depth, max, start: found.length };
}

/** Whether there are so many numbers. Where a file ends within the last number, nobody can tell. */
function hasNumbers(
  bytes: Uint8Array,
  start: number,
  { expected, areDigits }: { expected: number; areDigits: boolean },
): boolean {
  const [space, zero, one, nine] = [0x20, 0x30, 0x31, 0x39];
  let found = 0;
  for (let i = start; i < bytes.length && found < expected; i++) {
    const byte = bytes[i]!;
    if (byte <= space) continue;
    // The decoder skips what is no digit, and every later pixel would shift.
    if (byte < zero || byte > (areDigits ? one : nine)) return false;
    // Bits need no space between them.
    if (areDigits || i === start || bytes[i - 1]! <= space) found++;
  }
  return found >= expected;
}
