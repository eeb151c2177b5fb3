import type { FormatDefinition } from "./format_definition.ts";

/** Windows bitmap. */
export const bmp: FormatDefinition<"bmp"> = {
  name: "bmp",
  // Behind two sizes and an offset stands the length of the second header.
  signature: /^BM[^]{12}[(48@l|]\0\0\0/,
  decoder: "Bmp",
  /** Computes the length of the pixels: the length in the header is often wrong or 0. */
  extent(bytes, view) {
    const pixels = view.getUint32(10, true);
    const width = view.getInt32(18, true);
    const height = Math.abs(view.getInt32(22, true));
    const compression = view.getUint32(30, true);
    const [none, bitFields] = [0, 3];
    const length = compression === none || compression === bitFields
      ? 4 * Math.ceil(width * view.getUint16(28, true) / 32) * height
      : view.getUint32(34, true);
    return { width, height, complete: pixels + length <= bytes.length };
  },
  /** The fourth byte of a pixel is alpha only where the header has a mask for it: version 3 and up. */
  hasAlpha: (bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true) >= 56,
};
