import type { FormatDefinition } from "./format_definition.ts";

/** PNG. Its chunks are followed up to the last, IEND: each is length, name, content, and checksum. */
export const png: FormatDefinition<"png"> = {
  name: "png",
  signature: /^\x89PNG\r\n/,
  decoder: "Png",
  extent(bytes, view) {
    const [header, end] = [0x49484452, 0x49454e44]; // "IHDR", "IEND"
    let offset = 8;
    while (view.getUint32(offset + 4) !== end) offset += 12 + view.getUint32(offset);
    const complete = offset + 12 <= bytes.length;
    return view.getUint32(12) === header
      ? { width: view.getUint32(16), height: view.getUint32(20), complete }
      : { width: undefined, height: undefined, complete };
  },
};
