import { multiplyAdd } from "./multiply_add";
import { storeRow } from "./store_quad";

/**
 * The gradient of a convolution by its filter: for each tap and channel, the sum over all positions of a
 * grid of the pixel times each column of dy. With one tap, it is a matrix product whose left matrix is
 * transposed. The first eleven parameters are those of `tapAddresses`.
 *
 * @param n how many images
 * @param dy `[n, height, width, columns]`
 * @param to `[tapCount, channels, columns]`
 * @param channelBlock channels of an item
 * @param scratch memory of the thread for two addresses for each of `positionsPerList`
 * @param item counts blocks of channels, and taps after the last of them
 */
export function filterGradientGemm(
  images: usize,
  _zeros: usize,
  imageHeight: i32,
  imageWidth: i32,
  channels: i32,
  height: i32,
  width: i32,
  rowStride: i32,
  columnStride: i32,
  taps: usize,
  _tapCount: i32,
  n: i32,
  dy: usize,
  columns: i32,
  to: usize,
  channelBlock: i32,
  scratch: usize,
  item: i32,
): void {
  const blocks = (channels + channelBlock - 1) / channelBlock;
  const tap = item / blocks;
  const begin = (item - tap * blocks) * channelBlock;
  const end = min(channels, begin + channelBlock);
  const sums = to + (<usize> ((tap * channels + begin) * columns) << 2);
  memory.fill(sums, 0, <usize> ((end - begin) * columns) << 2);
  const tapRow = load<i32>(taps + <usize> tap * 12), tapColumn = load<i32>(taps + <usize> tap * 12, 4);
  const left = first(tapColumn, columnStride);
  const right = beyond(tapColumn, columnStride, imageWidth, width);
  const across = <usize> (columnStride * channels) << 2, positionBytes = <usize> columns << 2;
  let listed = 0;
  for (let row = 0; row < n * height; row++) {
    const image = row / height;
    const sy = (row - image * height) * rowStride + tapRow;
    if (<u32> sy >= <u32> imageHeight) continue;
    const imageRow = (image * imageHeight + sy) * imageWidth;
    let seen = images +
      (<usize> ((imageRow + left * columnStride + tapColumn) * channels + begin) << 2);
    let position = dy + <usize> (row * width + left) * positionBytes;
    for (let x = left; x < right; x++) {
      store<usize>(scratch + (<usize> listed << 3), seen);
      store<usize>(scratch + (<usize> listed << 3), position, 4);
      seen += across;
      position += positionBytes;
      if (++listed == positionsPerList) {
        addPositions(scratch, listed, end - begin, columns, sums);
        listed = 0;
      }
    }
  }
  addPositions(scratch, listed, end - begin, columns, sums);
}

/** So many positions stay in the first cache with their pixels. */
const positionsPerList = 128;

/** The first position of a row that reads the image. */
function first(offset: i32, stride: i32): i32 {
  return max(0, (stride - 1 - offset) / stride);
}

/** The position after the last one that reads the image. */
function beyond(offset: i32, stride: i32, side: i32, positions: i32): i32 {
  return offset >= side ? 0 : min(positions, (side - 1 - offset) / stride + 1);
}

/**
 * Adds the products of listed positions.
 *
 * @param list two addresses for each position: of its pixel, and of its row of dy
 * @param sums `[channels, columns]`
 */
function addPositions(list: usize, listed: i32, channels: i32, columns: i32, sums: usize): void {
  const end = list + (<usize> listed << 3);
  for (let c = 0; c < channels;) {
    // Six at a time, or four where that leaves no rest.
    const left = channels - c;
    const high = left > 8 || left == 6 || left == 5;
    for (let j = 0; j < columns; j += 8) {
      const offset = <usize> c << 2, column = <usize> j << 2, width = min(8, columns - j);
      const to = sums + (<usize> (c * columns + j) << 2);
      if (high) highTile(list, end, offset, column, to, <usize> columns << 2, min(6, left), width);
      else lowTile(list, end, offset, column, to, <usize> columns << 2, min(4, left), width);
    }
    c += high ? 6 : 4;
  }
}

/** Six channels times 8 columns: their sums stay in registers over the positions. */
function highTile(
  list: usize,
  end: usize,
  offset: usize,
  column: usize,
  to: usize,
  positionBytes: usize,
  rows: i32,
  width: i32,
): void {
  // Values read beyond the last channel or column are not written.
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  let c40 = c00, c41 = c00, c50 = c00, c51 = c00;
  for (; list < end; list += 8) {
    const from = load<usize>(list) + offset, at = load<usize>(list, 4) + column;
    const b0 = v128.load(at), b1 = v128.load(at, 16);
    let a = v128.load32_splat(from);
    c00 = multiplyAdd(a, b0, c00);
    c01 = multiplyAdd(a, b1, c01);
    a = v128.load32_splat(from, 4);
    c10 = multiplyAdd(a, b0, c10);
    c11 = multiplyAdd(a, b1, c11);
    a = v128.load32_splat(from, 8);
    c20 = multiplyAdd(a, b0, c20);
    c21 = multiplyAdd(a, b1, c21);
    a = v128.load32_splat(from, 12);
    c30 = multiplyAdd(a, b0, c30);
    c31 = multiplyAdd(a, b1, c31);
    a = v128.load32_splat(from, 16);
    c40 = multiplyAdd(a, b0, c40);
    c41 = multiplyAdd(a, b1, c41);
    a = v128.load32_splat(from, 20);
    c50 = multiplyAdd(a, b0, c50);
    c51 = multiplyAdd(a, b1, c51);
  }
  addRow(to, c00, c01, width);
  if (rows > 1) addRow(to + positionBytes, c10, c11, width);
  if (rows > 2) addRow(to + 2 * positionBytes, c20, c21, width);
  if (rows > 3) addRow(to + 3 * positionBytes, c30, c31, width);
  if (rows > 4) addRow(to + 4 * positionBytes, c40, c41, width);
  if (rows > 5) addRow(to + 5 * positionBytes, c50, c51, width);
}

/** Four channels times 8 columns: their sums stay in registers over the positions. */
function lowTile(
  list: usize,
  end: usize,
  offset: usize,
  column: usize,
  to: usize,
  positionBytes: usize,
  rows: i32,
  width: i32,
): void {
  // Values read beyond the last channel or column are not written.
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  for (; list < end; list += 8) {
    const from = load<usize>(list) + offset, at = load<usize>(list, 4) + column;
    const b0 = v128.load(at), b1 = v128.load(at, 16);
    let a = v128.load32_splat(from);
    c00 = multiplyAdd(a, b0, c00);
    c01 = multiplyAdd(a, b1, c01);
    a = v128.load32_splat(from, 4);
    c10 = multiplyAdd(a, b0, c10);
    c11 = multiplyAdd(a, b1, c11);
    a = v128.load32_splat(from, 8);
    c20 = multiplyAdd(a, b0, c20);
    c21 = multiplyAdd(a, b1, c21);
    a = v128.load32_splat(from, 12);
    c30 = multiplyAdd(a, b0, c30);
    c31 = multiplyAdd(a, b1, c31);
  }
  addRow(to, c00, c01, width);
  if (rows > 1) addRow(to + positionBytes, c10, c11, width);
  if (rows > 2) addRow(to + 2 * positionBytes, c20, c21, width);
  if (rows > 3) addRow(to + 3 * positionBytes, c30, c31, width);
}

/** Adds the first `width` of 8 values to the result. Sums over few positions round less. */
function addRow(to: usize, low: v128, high: v128, width: i32): void {
  storeRow(to, f32x4.add(v128.load(to), low), f32x4.add(v128.load(to, 16), high), width);
}
