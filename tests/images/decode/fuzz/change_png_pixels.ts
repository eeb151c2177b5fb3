import { deflateSync, inflateSync } from "node:zlib";
import { bigEndian, bytes } from "./bytes.ts";

/**
 * Changes a png's pixels underneath its compression, which hides changes of the file behind its
 * checksum.
 *
 * @param change gets the filtered rows
 * @returns the file as it was where its pixels cannot be unpacked
 */
export function changePngPixels(
  file: Uint8Array<ArrayBuffer>,
  change: (rows: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(file.buffer);
  const packed: Uint8Array[] = [];
  let first = 0, end = 8;
  while (end + 12 <= file.length) {
    const length = view.getUint32(end);
    const name = String.fromCharCode(...file.subarray(end + 4, end + 8));
    if (name === "IDAT") packed.push(file.subarray(end + 8, end + 8 + length));
    else if (packed.length > 0) break;
    else first = end + 12 + length;
    end += 12 + length;
  }
  try {
    const rows = new Uint8Array(inflateSync(bytes(...packed), { maxOutputLength: 2 ** 20 }));
    const data = deflateSync(change(rows));
    const chunk = bytes(bigEndian(4, data.length), "IDAT", data, 0, 0, 0, 0);
    return bytes(file.subarray(0, first), chunk, file.subarray(end));
  } catch {
    return file;
  }
}
