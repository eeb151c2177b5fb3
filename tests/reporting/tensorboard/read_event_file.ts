import { PbfReader } from "pbf";

/** An event as read back: its step, and its scalars by tag. */
export interface ReadEvent {
  step: number;
  fileVersion?: string;
  isStart?: boolean;
  scalars: Record<string, number>;
  pictures: Record<string, Uint8Array>;
}

/**
 * Reads an event file with none of the project's code, and insists on every length and checksum.
 *
 * @throws {Error} where the file does not end with a record, or a checksum is wrong
 */
export function readEventFile(bytes: Uint8Array): ReadEvent[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const events: ReadEvent[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = view.getUint32(at, true);
    // A copy, since pbf's floats come from the beginning of the buffer under a view.
    const data = bytes.slice(at + 12, at + 12 + length);
    if (view.getUint32(at + 4, true) !== 0) throw new Error(`a record of over 4 GiB at ${at}`);
    if (view.getUint32(at + 8, true) !== mask(plainCrc32c(bytes.subarray(at, at + 8)))) {
      throw new Error(`wrong checksum of the length at ${at}`);
    }
    if (view.getUint32(at + 12 + length, true) !== mask(plainCrc32c(data))) {
      throw new Error(`wrong checksum of the data at ${at}`);
    }
    events.push(readEvent(data));
    at += 12 + length + 4;
  }
  return events;
}

/** CRC-32C a bit at a time, as RFC 3720 defines it. */
export function plainCrc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function mask(crc: number): number {
  const rotated = BigInt(crc) >> 15n | BigInt(crc) << 17n & 0xffffffffn;
  return Number((rotated + 0xa282ead8n) % 2n ** 32n);
}

function readEvent(data: Uint8Array): ReadEvent {
  const event: ReadEvent = { step: 0, scalars: {}, pictures: {} };
  return new PbfReader(data).readFields((tag, event, pbf) => {
    if (tag === 2) event.step = pbf.readVarint();
    if (tag === 3) event.fileVersion = pbf.readString();
    if (tag === 7) event.isStart = pbf.readBytes().join() === "8,1";
    if (tag === 5) pbf.readMessage((tag) => tag === 1 && readValue(pbf, event), null);
  }, event);
}

function readValue(pbf: PbfReader, event: ReadEvent): void {
  let name = "";
  pbf.readMessage((tag) => {
    if (tag === 1) name = pbf.readString();
    if (tag === 2) event.scalars[name] = pbf.readFloat();
    if (tag === 4) {
      pbf.readMessage((tag) => {
        if (tag === 4) event.pictures[name] = pbf.readBytes();
      }, null);
    }
  }, null);
}
