import type { FormatDefinition } from "./format_definition.ts";

/** GIF. Its blocks are followed up to the end of the first frame, the one that is used. */
export const gif: FormatDefinition<"gif"> = {
  name: "gif",
  signature: /^GIF8[79]a/,
  decoder: "Gif",
  hasCanvas: true,
  extent(_, view) {
    const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    const colorTable = (flags: number) => flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
    const afterSubBlocks = (start: number) => {
      let offset = start;
      while (view.getUint8(offset) !== 0) offset += 1 + view.getUint8(offset);
      return offset + 1;
    };
    const [extension, image] = [0x21, 0x2c];
    let offset = 13 + colorTable(view.getUint8(10));
    while (view.getUint8(offset) === extension) offset = afterSubBlocks(offset + 2);
    if (view.getUint8(offset) !== image) return { ...size, complete: false };
    afterSubBlocks(offset + 11 + colorTable(view.getUint8(offset + 9)));
    return { ...size, complete: true };
  },
};
