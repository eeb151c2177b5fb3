import CRC32C from "crc-32/crc32c.js";

/**
 * The checksum of TFRecord files: CRC-32C, rotated by 15 bits and shifted by a constant, so that
 * checksums stay apart from those of data that holds checksums.
 *
 * Source: `tensorflow/core/lib/hash/crc32c.h`.
 *
 * @returns an unsigned integer of 32 bits
 */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = CRC32C.buf(bytes);
  return ((crc >>> 15 | crc << 17) + 0xa282ead8) >>> 0;
}
