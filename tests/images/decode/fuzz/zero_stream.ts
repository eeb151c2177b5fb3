import { constants, deflateRawSync } from "node:zlib";
import { bigEndian, bytes, repeated } from "./bytes.ts";

const block = 2 ** 20;

/** A zlib stream of that many zeros, a thousandth of them long; they are never held in memory. */
export function zeroStream(length: number): Uint8Array<ArrayBuffer> {
  const packed = (zeros: number) =>
    deflateRawSync(new Uint8Array(zeros), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Uint8Array.of(3, 0);
  // Of zeros, the first of Adler-32's two sums stays 1, the second counts them.
  const checksum = bigEndian(2, length % 65521, 1);
  return bytes(
    Uint8Array.of(0x78, 0x9c),
    repeated(packed(block), Math.floor(length / block)),
    packed(length % block),
    end,
    checksum,
  );
}
