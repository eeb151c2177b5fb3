import { maskedCrc32c } from "./masked_crc32c.ts";
import { recordFooterBytes, recordHeaderBytes } from "./record_format.ts";

/**
 * Frames data as one record of a TFRecord file: its length in 8 bytes, the length's checksum in 4,
 * the data, the data's checksum in 4, all little-endian.
 *
 * @param data under 4 GiB
 */
export function encodeRecord(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(recordHeaderBytes + data.length + recordFooterBytes);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(record.subarray(0, 8)), true);
  record.set(data, recordHeaderBytes);
  view.setUint32(recordHeaderBytes + data.length, maskedCrc32c(data), true);
  return record;
}
