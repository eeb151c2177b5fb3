import { multiplyAdd } from "./multiply_add";
import { tapAddresses } from "./tap_addresses";
import { storeRow } from "./store_quad";

/**
 * A part of the gradient of a depthwise convolution by its filter: for each tap and channel, the sum over
 * a part of the grid's positions of pixel times gradient. The first eleven parameters are those of
 * `tapAddresses`.
 *
 * @param rows positions of the grid over all images
 * @param dy `[n, height, width, channels]`
 * @param to `[parts, tapCount, channels]`
 * @param part positions of a part
 * @param rowBlock positions at a time, so many that their pixels stay in the caches
 * @param scratch memory of the thread for `tapCount * rowBlock` addresses
 * @param item a part
 */
export function depthwiseFilterGradient(
  images: usize,
  zeros: usize,
  imageHeight: i32,
  imageWidth: i32,
  channels: i32,
  height: i32,
  width: i32,
  rowStride: i32,
  columnStride: i32,
  taps: usize,
  tapCount: i32,
  rows: i32,
  dy: usize,
  to: usize,
  part: i32,
  rowBlock: i32,
  scratch: usize,
  item: i32,
): void {
  const pitch = <usize> rowBlock << 2, tapBytes = <usize> channels << 2;
  const out = to + <usize> (item * tapCount) * tapBytes;
  memory.fill(out, 0, <usize> tapCount * tapBytes);
  const last = min(rows, (item + 1) * part);
  for (let begin = item * part; begin < last; begin += rowBlock) {
    const end = min(last, begin + rowBlock);
    tapAddresses(
      images,
      zeros,
      imageHeight,
      imageWidth,
      channels,
      height,
      width,
      rowStride,
      columnStride,
      taps,
      tapCount,
      begin,
      end,
      scratch,
      pitch,
    );
    const position = dy + <usize> begin * tapBytes;
    for (let c = 0; c < channels; c += 8) {
      const offset = <usize> c << 2;
      for (let tap = 0; tap < tapCount; tap += 3) {
        tile(
          scratch + <usize> tap * pitch,
          pitch,
          end - begin,
          offset,
          position + offset,
          tapBytes,
          out + <usize> tap * tapBytes + offset,
          min(3, tapCount - tap),
          min(8, channels - c),
        );
      }
    }
  }
}

/** Three taps times 8 channels: their sums stay in registers over the positions. */
function tile(
  table: usize,
  pitch: usize,
  rows: i32,
  offset: usize,
  position: usize,
  tapBytes: usize,
  to: usize,
  taps: i32,
  width: i32,
): void {
  // Values read beyond the last tap or channel are not written.
  const t1 = to + (taps > 1 ? tapBytes : 0), t2 = t1 + (taps > 2 ? tapBytes : 0);
  const p1 = taps > 1 ? pitch : 0, p2 = taps > 2 ? pitch << 1 : 0;
  let c00 = v128.load(to), c01 = v128.load(to, 16), c10 = v128.load(t1), c11 = v128.load(t1, 16);
  let c20 = v128.load(t2), c21 = v128.load(t2, 16);
  for (const end = table + (<usize> rows << 2); table < end; table += 4) {
    const d0 = v128.load(position), d1 = v128.load(position, 16);
    let seen = load<usize>(table) + offset;
    c00 = multiplyAdd(v128.load(seen), d0, c00);
    c01 = multiplyAdd(v128.load(seen, 16), d1, c01);
    seen = load<usize>(table + p1) + offset;
    c10 = multiplyAdd(v128.load(seen), d0, c10);
    c11 = multiplyAdd(v128.load(seen, 16), d1, c11);
    seen = load<usize>(table + p2) + offset;
    c20 = multiplyAdd(v128.load(seen), d0, c20);
    c21 = multiplyAdd(v128.load(seen, 16), d1, c21);
    position += tapBytes;
  }
  storeRow(to, c00, c01, width);
  if (taps > 1) storeRow(t1, c10, c11, width);
  if (taps > 2) storeRow(t2, c20, c21, width);
}
