import type { FormatDefinition, ImageExtent } from "./format_definition.ts";

/** A profile takes 255 segments. Millions of them take a decoder seconds. */
const maxSegments = 10_000;
/** Encoders write about ten scans. Each is a pass over all pixels, and takes a file only ten bytes. */
const maxScans = 100;

const unreadable: ImageExtent = { width: undefined, height: undefined, complete: true };

/**
 * JPEG. It is complete where an end marker stands behind the start of its scan: a thumbnail in the
 * header has its own end marker.
 */
export const jpeg: FormatDefinition<"jpeg"> = {
  name: "jpeg",
  signature: /^\xff\xd8\xff/,
  decoder: "Jpeg",
  extent(bytes, view) {
    let width: number | undefined, height: number | undefined;
    let offset = 2;
    for (let segments = 0;;) {
      // As libjpeg does, skips padding and bytes outside any segment.
      if (view.getUint8(offset) !== 0xff || view.getUint8(offset + 1) === 0xff) {
        offset++;
        continue;
      }
      const marker = view.getUint8(offset + 1);
      if (marker === 0xda) break;
      if (++segments > maxSegments) return unreadable;
      const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
      if (isFrame) {
        height ??= view.getUint16(offset + 5);
        width ??= view.getUint16(offset + 7);
      }
      const isAlone = marker <= 1 || marker >= 0xd0 && marker <= 0xd9;
      offset += isAlone ? 2 : 2 + view.getUint16(offset + 2);
    }
    // Among pixels, no 0xff stands before the number of a marker.
    for (let i = offset + 2, scans = 1; i < bytes.length; i++) {
      if (bytes[i] !== 0xff) continue;
      if (bytes[i + 1] === 0xd9) return { width, height, complete: true };
      if (bytes[i + 1] === 0xda && ++scans > maxScans) return unreadable;
    }
    return { width, height, complete: false };
  },
};
