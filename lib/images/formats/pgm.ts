import type { FormatDefinition } from "./format_definition.ts";

const gap = "\\s+(?:#[^\\n]*\\n\\s*)*"; // with comments
const header = new RegExp(`^P([25])${gap}(\\d+)${gap}(\\d+)${gap}(\\d+)\\s`);

/** Portable graymap: P2 has its pixels as decimal numbers, P5 as bytes. */
export const pgm: FormatDefinition<"pgm"> = {
  name: "pgm",
  signature: /^P[25]\s/,
  decoder: "Pgm",
  extent(bytes) {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
    const [found, kind, ...numbers] = header.exec(head) ?? [];
    if (found === undefined) throw new RangeError("PGM header past the end");
    const [width, height, max] = numbers.map(Number) as [number, number, number];
    const pixels = width * height;
    const complete = kind === "2"
      ? hasNumbers(bytes, found.length, pixels)
      : found.length + pixels * (max > 255 ? 2 : 1) <= bytes.length;
    return { width, height, complete };
  },
};

/** Whether there are so many numbers. Where a file ends within the last number, nobody can tell. */
function hasNumbers(bytes: Uint8Array, start: number, expected: number): boolean {
  const [space, zero, nine] = [0x20, 0x30, 0x39];
  let found = 0;
  for (let i = start; i < bytes.length && found < expected; i++) {
    const byte = bytes[i]!;
    if (byte <= space) continue;
    // The decoder skips what is no digit, and every later pixel would shift.
    if (byte < zero || byte > nine) return false;
    if (i === start || bytes[i - 1]! <= space) found++;
  }
  return found >= expected;
}
