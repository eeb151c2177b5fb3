import { multiplyAdd } from "./multiply_add";
import { outputAddresses, tapAddresses } from "./tap_addresses";
import { storeRow } from "./store_quad";

/**
 * A depthwise convolution: for each position of a grid over images and each channel, the sum over the
 * taps of a filter of pixel times weight. The first eleven parameters are those of `tapAddresses`.
 *
 * @param rows positions of the grid over all images
 * @param filter for each tap `channels` weights
 * @param to the address of the result of position 0, see `outputAddresses`
 * @param rowBlock positions of an item, a multiple of 12
 * @param scratch memory of the thread for `(tapCount + 1) * rowBlock` addresses
 * @param item a block of positions
 */
export function depthwiseDirect(
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
  filter: usize,
  to: usize,
  toImage: i32,
  toRow: i32,
  toPosition: i32,
  rowBlock: i32,
  scratch: usize,
  item: i32,
): void {
  const begin = item * rowBlock, end = min(rows, begin + rowBlock);
  const pitch = <usize> rowBlock << 2;
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
  const results = scratch + <usize> tapCount * pitch;
  outputAddresses(to, toImage, toRow, toPosition, height, width, begin, end, results);
  for (let row = begin; row < end; row += 4) {
    const group = scratch + (<usize> (row - begin) << 2);
    for (let c = 0; c < channels; c += 8) {
      tile(group, pitch, taps, tapCount, filter, c, min(4, end - row), min(8, channels - c));
    }
  }
}

/** Four positions times 8 channels: their sums stay in registers over all taps. */
function tile(
  group: usize,
  pitch: usize,
  taps: usize,
  tapCount: i32,
  filter: usize,
  channel: i32,
  rows: i32,
  width: i32,
): void {
  const offset = <usize> channel << 2;
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  // Values read beyond the last channel are not written.
  for (const end = taps + <usize> tapCount * 12; taps < end; taps += 12) {
    const weights = filter + offset + (<usize> load<i32>(taps, 8) << 2);
    const w0 = v128.load(weights), w1 = v128.load(weights, 16);
    let seen = load<usize>(group) + offset;
    c00 = multiplyAdd(v128.load(seen), w0, c00);
    c01 = multiplyAdd(v128.load(seen, 16), w1, c01);
    seen = load<usize>(group, 4) + offset;
    c10 = multiplyAdd(v128.load(seen), w0, c10);
    c11 = multiplyAdd(v128.load(seen, 16), w1, c11);
    seen = load<usize>(group, 8) + offset;
    c20 = multiplyAdd(v128.load(seen), w0, c20);
    c21 = multiplyAdd(v128.load(seen, 16), w1, c21);
    seen = load<usize>(group, 12) + offset;
    c30 = multiplyAdd(v128.load(seen), w0, c30);
    c31 = multiplyAdd(v128.load(seen, 16), w1, c31);
    group += pitch;
  }
  storeRow(load<usize>(group) + offset, c00, c01, width);
  if (rows > 1) storeRow(load<usize>(group, 4) + offset, c10, c11, width);
  if (rows > 2) storeRow(load<usize>(group, 8) + offset, c20, c21, width);
  if (rows > 3) storeRow(load<usize>(group, 12) + offset, c30, c31, width);
}
