import { maskedCrc32c } from "./masked_crc32c.ts";
import { recordFooterBytes, recordHeaderBytes } from "./record_format.ts";

/** A record where it lies in a TFRecord file. */
export interface DecodedRecord {
  /** What was framed. */
  readonly data: Uint8Array;
  /** The record with its frame. */
  readonly framed: Uint8Array;
}

/**
 * Walks the records of a TFRecord file, up to its end or to the first that is cut short or damaged:
 * where that one ends cannot be known.
 *
 * @param bytes the whole file; the records are views of it
 */
export function* decodeRecords(bytes: Uint8Array): Generator<DecodedRecord, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let begin = 0;
  while (begin + recordHeaderBytes <= bytes.length) {
    const length = bytes.subarray(begin, begin + 8);
    if (view.getUint32(begin + 8, true) !== maskedCrc32c(length)) return;
    const end = begin + recordHeaderBytes + Number(view.getBigUint64(begin, true));
    if (end + recordFooterBytes > bytes.length) return;
    const data = bytes.subarray(begin + recordHeaderBytes, end);
    if (view.getUint32(end, true) !== maskedCrc32c(data)) return;
    yield { data, framed: bytes.subarray(begin, end + recordFooterBytes) };
    begin = end + recordFooterBytes;
  }
}
