import { placeResults, seeTaps } from "./see_taps";
import { storeRow } from "./store_row";

/**
 * A product of matrices whose left one is gathered from images as it is read: a row for each place of
 * a grid over the images, and in it, tap by tap, the channels that the tap sees, zeros beyond the
 * edge. With the taps of a filter this is a convolution; with one tap, a product of matrices. The
 * first eleven parameters are those of `seeTaps`.
 *
 * @param rows places of the grid over all images
 * @param panels the right matrix, `packPanels` of `[tapCount * channels, columns]`
 * @param to where the product of place 0 goes, see `placeResults`
 * @param rowBlock rows an item, a multiple of 12
 * @param panelBlock panels an item
 * @param scratch room for `(tapCount + 1) * rowBlock` addresses, each thread's own
 * @param item a block of rows, then the next; after the last, the next block of panels
 */
export function gatheredProduct(
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
  panels: usize,
  columns: i32,
  to: usize,
  toImage: i32,
  toRow: i32,
  toPlace: i32,
  rowBlock: i32,
  panelBlock: i32,
  scratch: usize,
  item: i32,
): void {
  const rowBlocks = (rows + rowBlock - 1) / rowBlock;
  const begin = (item % rowBlocks) * rowBlock;
  const end = min(rows, begin + rowBlock);
  const pitch = <usize> rowBlock << 2;
  seeTaps(
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
  placeResults(to, toImage, toRow, toPlace, height, width, begin, end, results);

  const depthBytes = <usize> (tapCount * channels) << 5;
  const firstPanel = (item / rowBlocks) * panelBlock;
  const lastPanel = min((columns + 7) >> 3, firstPanel + panelBlock);
  for (let panel = firstPanel; panel < lastPanel; panel++) {
    const from = panels + <usize> panel * depthBytes;
    const width = min(8, columns - (panel << 3));
    for (let row = begin; row < end; row += 6) {
      tile(
        scratch + (<usize> (row - begin) << 2),
        pitch,
        tapCount,
        <usize> channels << 2,
        from,
        <usize> panel << 5,
        min(6, end - row),
        width,
      );
    }
  }
}

/** Six rows times one panel: 6 x 8 numbers stay in registers over the whole depth. */
function tile(
  group: usize,
  pitch: usize,
  tapCount: i32,
  bytes: usize,
  panel: usize,
  column: usize,
  rows: i32,
  width: i32,
): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  let c40 = c00, c41 = c00, c50 = c00, c51 = c00;
  for (let tap = 0; tap < tapCount; tap++) {
    let r0 = load<usize>(group), r1 = load<usize>(group, 4);
    let r2 = load<usize>(group, 8), r3 = load<usize>(group, 12);
    let r4 = load<usize>(group, 16), r5 = load<usize>(group, 20);
    group += pitch;
    const end = r0 + bytes;
    while (r0 < end) {
      const b0 = v128.load(panel), b1 = v128.load(panel, 16);
      let a = v128.load32_splat(r0);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.load32_splat(r1);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.load32_splat(r2);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.load32_splat(r3);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      a = v128.load32_splat(r4);
      c40 = f32x4.relaxed_madd(a, b0, c40);
      c41 = f32x4.relaxed_madd(a, b1, c41);
      a = v128.load32_splat(r5);
      c50 = f32x4.relaxed_madd(a, b0, c50);
      c51 = f32x4.relaxed_madd(a, b1, c51);
      r0 += 4;
      r1 += 4;
      r2 += 4;
      r3 += 4;
      r4 += 4;
      r5 += 4;
      panel += 32;
    }
  }
  storeRow(load<usize>(group) + column, c00, c01, width);
  if (rows > 1) storeRow(load<usize>(group, 4) + column, c10, c11, width);
  if (rows > 2) storeRow(load<usize>(group, 8) + column, c20, c21, width);
  if (rows > 3) storeRow(load<usize>(group, 12) + column, c30, c31, width);
  if (rows > 4) storeRow(load<usize>(group, 16) + column, c40, c41, width);
  if (rows > 5) storeRow(load<usize>(group, 20) + column, c50, c51, width);
}
