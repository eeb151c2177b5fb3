import type { FormatDefinition } from "./format_definition.ts";

const widthTag = 256, heightTag = 257;
const offsetTags = [273, 324]; // of strips, of tiles
const lengthTags = [279, 325];
/** Bytes of a number by its type: BYTE, SHORT, LONG. */
const sizes: Record<number, number> = { 1: 1, 3: 2, 4: 4 };

/**
 * TIFF, of which the first image counts. It is complete where every strip or tile lies within the file.
 *
 * Source: TIFF revision 6.0, Adobe 1992, sections 2 (structure) and 15 (tiles).
 */
export const tiff: FormatDefinition<"tiff"> = {
  name: "tiff",
  signature: /^(II\*\0|MM\0\*)/,
  decoder: "Tiff",
  extent(_, view) {
    const littleEndian = view.getUint8(0) === 0x49;
    const directory = view.getUint32(4, littleEndian);
    const entries = view.getUint16(directory, littleEndian);
    let width: number | undefined, height: number | undefined;
    let offsets: Values | undefined, lengths: Values | undefined;
    for (let i = 0; i < entries; i++) {
      const entry = directory + 2 + 12 * i;
      const tag = view.getUint16(entry, littleEndian);
      // Where a tag is repeated, the first counts, as in libtiff.
      if (tag === widthTag) width ??= valuesOf(view, entry, littleEndian).at(0);
      if (tag === heightTag) height ??= valuesOf(view, entry, littleEndian).at(0);
      if (offsetTags.includes(tag)) offsets ??= valuesOf(view, entry, littleEndian);
      if (lengthTags.includes(tag)) lengths ??= valuesOf(view, entry, littleEndian);
    }
    let complete = offsets !== undefined && offsets.count > 0;
    for (let i = 0; complete && i < offsets!.count; i++) {
      const length = lengths && i < lengths.count ? lengths.at(i) : 1;
      complete = offsets!.at(i) + length <= view.byteLength;
    }
    return { width, height, complete };
  },
};

/** The numbers of an entry, each read on demand: a file can claim millions. */
interface Values {
  readonly count: number;
  at(index: number): number;
}

/** Numbers that fit in 4 bytes stand in the entry itself, others where it points. */
function valuesOf(view: DataView, entry: number, littleEndian: boolean): Values {
  const size = sizes[view.getUint16(entry + 2, littleEndian)] ?? 4;
  const count = view.getUint32(entry + 4, littleEndian);
  const start = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, littleEndian);
  if (start + count * size > view.byteLength) throw new RangeError("TIFF values past the end");
  return {
    count,
    at(index) {
      const at = start + index * size;
      if (size === 1) return view.getUint8(at);
      return size === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
    },
  };
}
