import type { ImageFormat } from "../../../../lib/images/formats/image_formats.ts";

/**
 * Where a file keeps its sizes, depths, counts, offsets and lengths, as far as its structure can be
 * followed. Of a format that nothing is known of here, these are the first bytes.
 *
 * @returns offsets into the file
 */
export function headerFields(format: ImageFormat, bytes: Uint8Array): number[] {
  const walk = walks[format] ?? firstBytes;
  const found: number[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (const field of walk(view)) {
      if (field < bytes.length) found.push(field);
    }
  } catch {
    // What follows lies behind the end of the file.
  }
  return found;
}

type Walk = (view: DataView) => Generator<number>;

function* firstBytes(): Generator<number> {
  for (let at = 0; at < 64; at++) yield at;
}

/** Boxes of HEIF and JPEG 2000: their heads, and what stands first in them. */
function* boxes(view: DataView, start = 0, end = view.byteLength): Generator<number> {
  for (let at = start; at < end;) {
    for (let i = 0; i < 32; i++) yield at + i;
    const next = at + Math.max(view.getUint32(at), 8);
    const name = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
    const inside = { meta: 12, iref: 12, iprp: 8, ipco: 8, jp2h: 8 }[name];
    if (inside) yield* boxes(view, at + inside, next);
    // The numbers at the start of a codestream, and the places of items.
    if (name === "jp2c" || name === "iloc") { for (let i = 32; i < 80; i++) yield at + i; }
    at = next;
  }
}

const walks: Partial<Record<ImageFormat, Walk>> = {
  heic: boxes,
  avif: boxes,
  *jp2(view) {
    yield* view.getUint16(0) === 0xff4f ? firstBytes() : boxes(view);
  },
  *jpeg(view) {
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      // The marker, its length, and the numbers behind it.
      for (let i = 1; i < 20; i++) yield at + i;
    }
  },
  *png(view) {
    for (let at = 8;; at += 12 + view.getUint32(at)) {
      yield at;
      yield at + 4;
      // Width, height, depth, color, interlace; or the first numbers of another chunk.
      yield* [8, 12, 16, 17, 18, 19, 20].map((field) => at + field);
    }
  },
  *webp(view) {
    yield 4;
    for (let at = 12;; at += 8 + view.getUint32(at + 4, true)) {
      for (let i = 4; i < 20; i++) yield at + i;
    }
  },
  *gif(view) {
    for (let i = 6; i < 13; i++) yield i;
    for (let at = 13; at < view.byteLength; at++) {
      // Frames and extensions, wherever they seem to be.
      if (view.getUint8(at) !== 0x2c && view.getUint8(at) !== 0x21) continue;
      for (let i = 0; i < 12; i++) yield at + i;
    }
  },
  *bmp(view) {
    const end = Math.min(14 + view.getUint32(14, true), 200);
    for (let i = 2; i < end; i++) yield i;
  },
  *tiff(view) {
    yield 4;
    const littleEndian = view.getUint8(0) === 0x49;
    for (let at = view.getUint32(4, littleEndian); at > 0;) {
      yield at;
      const end = at + 2 + 12 * view.getUint16(at, littleEndian);
      for (let entry = at + 2; entry < end; entry += 12) {
        // Tag, type, count, value.
        yield* [entry, entry + 2, entry + 4, entry + 8, entry + 8, entry + 8];
      }
      yield end;
      const next = view.getUint32(end, littleEndian);
      at = next > at ? next : 0;
    }
  },
};
