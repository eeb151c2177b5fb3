import { boxIn } from "./boxes.ts";
import type { FormatDefinition } from "./format_definition.ts";

const [codestream, tilePart, lastMarker] = [0xff4f, 0xff90, 0xffd9];

/**
 * JPEG 2000, in its container or as a bare codestream. Its tile-parts are followed up to the marker
 * behind the last.
 *
 * Source: ISO/IEC 15444-1, annexes A (codestream) and I (container).
 */
export const jp2: FormatDefinition<"jp2"> = {
  name: "jp2",
  signature: /^(\0\0\0\fjP {2}\r\n\x87\n|\xff\x4f\xff\x51)/,
  decoder: "Jp2",
  extent(_, view) {
    const file = { start: 0, end: view.byteLength };
    const { start } = view.getUint16(0) === codestream ? file : boxIn(view, file, "jp2c");
    // The far corner of the image, less its near one.
    const [width, height] = [8, 12].map((side) =>
      view.getUint32(start + side) - view.getUint32(start + side + 8)
    );
    let at = start + 2;
    while (view.getUint16(at) !== tilePart) at += 2 + view.getUint16(at + 2);
    while (view.getUint16(at) === tilePart) {
      const length = view.getUint32(at + 6);
      // A last one can leave its length open.
      if (length === 0) return { width, height, complete: true };
      at += Math.max(length, 12);
    }
    return { width, height, complete: view.getUint16(at) === lastMarker };
  },
};
