/**
 * Leaves an animated webp's first frame alone: the decoder would unpack all of them, each as large as
 * the canvas, to hand out that one.
 *
 * Source: RFC 9649, sections 2.3, 2.7.
 *
 * @param bytes a whole webp file
 * @returns the file as it was where it is not animated
 */
export function firstWebpFrame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [canvas, frame] = [0x56503858, 0x414e4d46]; // "VP8X", "ANMF"
  if (view.getUint32(12) !== canvas) return bytes;
  for (let offset = 12; offset + 8 <= bytes.length;) {
    const length = view.getUint32(offset + 4, true);
    const end = offset + 8 + length + length % 2;
    if (view.getUint32(offset) === frame && end < bytes.length) {
      const first = bytes.slice(0, end);
      new DataView(first.buffer).setUint32(4, end - 8, true);
      return first;
    }
    offset = end;
  }
  return bytes;
}
