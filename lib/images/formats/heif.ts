import { type Box, boxesIn, boxIn, readerOf } from "./boxes.ts";
import type { FormatDefinition, ImageExtent } from "./format_definition.ts";

/** HEIC, as phones take images: HEVC in the container of HEIF. */
export const heic: FormatDefinition<"heic"> = {
  name: "heic",
  // The brand of the first box. Behind mif1 and msf1 there can be AV1 as well: the decoder looks.
  signature: /^[^]{4}ftyp(he[iv][cxms]|mif1|msf1)/,
  decoder: "Heic",
  extent,
};

/** AVIF: AV1 in the container of HEIF. */
export const avif: FormatDefinition<"avif"> = {
  name: "avif",
  signature: /^[^]{4}ftypavi[fs]/,
  decoder: "Avif",
  extent,
};

/** A property is named by 15 bits at most. */
const maxProperties = 0x7fff;

/**
 * Reads the size of the primary item as its crop and its rotation leave it: the decoder applies both,
 * and leaves nothing to EXIF. The file is complete where the content of every item lies within it.
 *
 * Source: ISO/IEC 23008-12 (HEIF) sections 6.5 and 9.3, ISO/IEC 14496-12 section 8.11.
 */
function extent(_: Uint8Array, view: DataView): ImageExtent {
  const { start, end } = boxIn(view, { start: 0, end: view.byteLength }, "meta");
  const meta = { start: start + 4, end }; // behind its version
  const properties = boxIn(view, meta, "iprp");
  const stored = boxesIn(view, boxIn(view, properties, "ipco")).take(maxProperties).toArray();
  const primary = primaryItem(view, boxIn(view, meta, "pitm"));
  let size: Size = [undefined, undefined];
  for (const place of propertiesOf(primary, view, boxIn(view, properties, "ipma"))) {
    size = sizeBehind(stored[place - 1], view, size);
  }
  return { width: size[0], height: size[1], complete: holdsItems(view, boxIn(view, meta, "iloc")) };
}

type Size = readonly [width: number | undefined, height: number | undefined];

/** The size behind a property: its own, that of a crop, or both sides in turn. */
function sizeBehind(property: Box | undefined, view: DataView, size: Size): Size {
  if (property?.name === "ispe") {
    const { read } = versioned(view, property);
    return [read(4), read(4)];
  }
  if (property?.name === "clap") {
    const read = readerOf(view, property); // fractions
    const side = () => Math.floor(read(4) / (read(4) || NaN));
    return [side(), side()];
  }
  const isQuarter = property?.name === "irot" && readerOf(view, property)(1) % 2 === 1;
  return isQuarter ? [size[1], size[0]] : size;
}

function primaryItem(view: DataView, box: Box): number {
  const { version, read } = versioned(view, box);
  return read(version === 0 ? 2 : 4);
}

/** Places of an item's properties, from 1, in the order in which they apply. */
function propertiesOf(item: number, view: DataView, box: Box): number[] {
  const { version, flags, read } = versioned(view, box);
  // The first bit of a place tells whether a decoder must know the property.
  const [bytes, places] = flags % 2 === 0 ? [1, 2 ** 7] : [2, 2 ** 15];
  for (let items = read(4); items > 0; items--) {
    const found = read(version === 0 ? 2 : 4) === item;
    const own = Array.from({ length: read(1) }, () => read(bytes) % places);
    if (found) return own;
  }
  return [];
}

/** Whether what lies in the file itself ends within it. */
function holdsItems(view: DataView, box: Box): boolean {
  const { version, read } = versioned(view, box);
  const sizes = read(2);
  const [offset, length, base] = [sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15];
  const index = version === 0 ? 0 : sizes & 15;
  const id = version < 2 ? 2 : 4;
  for (let items = read(id); items > 0; items--) {
    read(id);
    const isInFile = version === 0 || read(2) % 16 === 0;
    read(2); // the number of another file
    const start = read(base);
    const extents = read(2);
    // Extents without any numbers are the whole file, and cost a file nothing.
    for (let i = 0; i < extents && index + offset + length > 0; i++) {
      read(index);
      if (start + read(offset) + read(length) > view.byteLength && isInFile) return false;
    }
  }
  return true;
}

/** What a box with a version holds behind it. */
function versioned(view: DataView, box: Box) {
  const read = readerOf(view, box);
  return { version: read(1), flags: read(3), read };
}
