import CRC32C from "crc-32/crc32c.js";

/** Before the data of a record: its length in 8 bytes, and the checksum of the length in 4. */
const headerBytes = 8 + 4;
/** After the data of a record: its checksum. */
const footerBytes = 4;

/** A record of a TFRecord file. */
export interface DecodedRecord {
  /** The data of the record. */
  readonly data: Uint8Array;
  /** The record with its header and footer. */
  readonly framed: Uint8Array;
}

/**
 * Encodes data as a record of a TFRecord file: its length in 8 bytes, the checksum of the length in 4,
 * the data, and the checksum of the data in 4, all little-endian.
 *
 * @param data less than 4 GiB
 */
export function encodeRecord(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(headerBytes + data.length + footerBytes);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(record.subarray(0, 8)), true);
  record.set(data, headerBytes);
  view.setUint32(headerBytes + data.length, maskedCrc32c(data), true);
  return record;
}

/**
 * Decodes the records of a TFRecord file. It ends at the first record that is truncated or damaged,
 * because the start of the next one is unknown.
 *
 * @param bytes the whole file; the records are views of it
 */
export function* decodeRecords(bytes: Uint8Array): Generator<DecodedRecord, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let begin = 0;
  while (begin + headerBytes <= bytes.length) {
    const length = bytes.subarray(begin, begin + 8);
    if (view.getUint32(begin + 8, true) !== maskedCrc32c(length)) return;
    const end = begin + headerBytes + Number(view.getBigUint64(begin, true));
    if (end + footerBytes > bytes.length) return;
    const data = bytes.subarray(begin + headerBytes, end);
    if (view.getUint32(end, true) !== maskedCrc32c(data)) return;
    yield { data, framed: bytes.subarray(begin, end + footerBytes) };
    begin = end + footerBytes;
  }
}

/**
 * The checksum of TFRecord files: CRC-32C, rotated by 15 bits and shifted by a constant, so that it
 * differs from the checksum of data that contains checksums.
 *
 * Source: `tensorflow/core/lib/hash/crc32c.h`.
 *
 * @returns an unsigned integer of 32 bits
 */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = CRC32C.buf(bytes);
  return ((crc >>> 15 | crc << 17) + 0xa282ead8) >>> 0;
}
