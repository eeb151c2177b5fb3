const offsetTags = [273, 324]; // of strips, of tiles
const lengthTags = [279, 325];

/**
 * Tells whether every strip or tile of a TIFF's first picture lies within the file.
 *
 * Source: TIFF revision 6.0, Adobe 1992, section 2 (structure) and 15 (tiles).
 *
 * @param view over the whole file
 * @throws {RangeError} when the directory of the picture itself lies past the end
 */
export function tiffIsWhole(view: DataView): boolean {
  const littleEndian = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, littleEndian);
  const entries = view.getUint16(directory, littleEndian);
  let offsets: number[] = [];
  let lengths: number[] = [];
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i;
    const tag = view.getUint16(entry, littleEndian);
    if (offsetTags.includes(tag)) offsets = values(view, entry, littleEndian);
    if (lengthTags.includes(tag)) lengths = values(view, entry, littleEndian);
  }
  return offsets.length > 0 &&
    offsets.every((offset, i) => offset + (lengths[i] ?? 1) <= view.byteLength);
}

/** The numbers of a directory entry: inside the entry where they fit in 4 bytes, else where it points. */
function values(view: DataView, entry: number, littleEndian: boolean): number[] {
  const short = view.getUint16(entry + 2, littleEndian) === 3;
  const size = short ? 2 : 4;
  const count = view.getUint32(entry + 4, littleEndian);
  const start = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, littleEndian);
  if (start + count * size > view.byteLength) throw new RangeError("TIFF values past the end");
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size;
    return short ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
  });
}
