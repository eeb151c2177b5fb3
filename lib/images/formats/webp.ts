import type { FormatDefinition } from "./format_definition.ts";

/** WebP. Source: RFC 9649, sections 2.3, 2.5 to 2.7, and 3.4. */
export const webp: FormatDefinition<"webp"> = {
  name: "webp",
  // Between the two names stands the length of the RIFF container.
  signature: /^RIFF[^]{4}WEBP/,
  decoder: "WebP",
  extent(bytes, view) {
    const complete = 8 + view.getUint32(4, true) <= bytes.length;
    const sides = {
      "VP8 ": () => [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff],
      "VP8L": () => {
        const bits = view.getUint32(21, true);
        return [1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff)];
      },
      "VP8X": () => [
        1 + (view.getUint32(24, true) & 0xffffff),
        1 + (view.getUint32(26, true) >>> 8),
      ],
    };
    const chunk = String.fromCharCode(...bytes.subarray(12, 16));
    const [width, height] = Object.hasOwn(sides, chunk) ? sides[chunk as keyof typeof sides]() : [];
    return { width, height, complete };
  },
  prepare: firstFrame,
};

/**
 * Keeps only the first frame of an animation: the decoder would unpack all frames, each as large as
 * the canvas, to return the first.
 *
 * @returns the file as it is where it is not animated
 */
function firstFrame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [canvas, frame] = [0x56503858, 0x414e4d46]; // "VP8X", "ANMF"
  if (view.getUint32(12) !== canvas) return bytes;
  for (let offset = 12; offset + 8 <= bytes.length;) {
    const length = view.getUint32(offset + 4, true);
    const end = offset + 8 + length + length % 2;
    if (view.getUint32(offset) === frame && end < bytes.length) {
      const first = bytes.slice(0, end);
      new DataView(first.buffer).setUint32(4, end - 8, true);
      return first;
    }
    offset = end;
  }
  return bytes;
}
