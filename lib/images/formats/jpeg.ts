import type { ImageExtent } from "./image_extent.ts";

/** A profile takes 255 of them; of millions, a decoder makes seconds. */
const mostJpegSegments = 10_000;
/** Encoders make some ten. Each is a pass over all pixels, for which a file needs but ten bytes. */
const mostJpegScans = 100;

const unreadable = { width: undefined, height: undefined, complete: true };

/**
 * The size of a JPEG, and whether an end marker stands behind the start of its scan: a thumbnail in
 * the header has its own.
 *
 * @param bytes the whole file
 * @param view over it
 * @throws {RangeError} when there is no scan
 */
export function jpegExtent(bytes: Uint8Array, view: DataView): ImageExtent {
  let width: number | undefined, height: number | undefined;
  let offset = 2;
  for (let segments = 0;;) {
    // Bytes that belong to nothing are skipped, as libjpeg does, and so is padding.
    if (view.getUint8(offset) !== 0xff || view.getUint8(offset + 1) === 0xff) {
      offset++;
      continue;
    }
    const marker = view.getUint8(offset + 1);
    if (marker === 0xda) break;
    if (++segments > mostJpegSegments) return unreadable;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) {
      height ??= view.getUint16(offset + 5);
      width ??= view.getUint16(offset + 7);
    }
    const alone = marker <= 1 || marker >= 0xd0 && marker <= 0xd9;
    offset += alone ? 2 : 2 + view.getUint16(offset + 2);
  }
  // Within pixels, no 0xff stands before the number of a marker.
  for (let i = offset + 2, scans = 1; i < bytes.length; i++) {
    if (bytes[i] !== 0xff) continue;
    if (bytes[i + 1] === 0xd9) return { width, height, complete: true };
    if (bytes[i + 1] === 0xda && ++scans > mostJpegScans) return unreadable;
  }
  return { width, height, complete: false };
}
