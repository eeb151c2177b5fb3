/**
 * A product of matrices whose left one is gathered from images as it is read: a row for each place of
 * a grid over the images, and in it, tap by tap, the channels that the tap sees, zeros beyond the
 * edge. With the taps of a filter this is a convolution; with one tap, a product of matrices.
 *
 * @param images `[n, imageHeight, imageWidth, channels]`
 * @param zeros at least `channels` zeros
 * @param height rows of the grid over each image
 * @param width places in such a row
 * @param rows n * height * width
 * @param stride rows and columns of the image from one place to the next
 * @param taps for each tap the row and the column that place 0 sees; int32 `[tapCount, 2]`
 * @param panels the right matrix, `packPanels` of `[tapCount * channels, columns]`
 * @param to where the product of place 0 goes
 * @param toImage numbers from an image's product to the next one's
 * @param toRow numbers from a grid's row to the next
 * @param toPlace numbers from a place to the next
 * @param rowBlock rows an item, a multiple of 4
 * @param panelBlock panels an item
 * @param scratch room for `rowBlock * (tapCount + 1)` addresses, each thread's own
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
  rows: i32,
  stride: i32,
  taps: usize,
  tapCount: i32,
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
  const groupBytes = (<usize> tapCount + 1) << 4;

  // For each four rows: where each tap finds its channels, then where the product goes.
  for (let row = begin; row < begin + rowBlock && row < end + 3; row++) {
    const seen = min(row, end - 1);
    const image = seen / (height * width);
    const place = seen - image * height * width;
    const y = place / width, x = place - y * width;
    let address = scratch + (<usize> ((row - begin) >> 2)) * groupBytes + ((row & 3) << 2);
    const base = images + (<usize> (image * imageHeight * imageWidth) * channels << 2);
    for (let tap = 0; tap < tapCount; tap++) {
      const sy = y * stride + load<i32>(taps + (<usize> tap << 3));
      const sx = x * stride + load<i32>(taps + (<usize> tap << 3), 4);
      const inside = sy >= 0 && sy < imageHeight && sx >= 0 && sx < imageWidth;
      store<usize>(
        address,
        inside ? base + (<usize> ((sy * imageWidth + sx) * channels) << 2) : zeros,
      );
      address += 16;
    }
    store<usize>(address, to + (<usize> (image * toImage + y * toRow + x * toPlace) << 2));
  }

  const depthBytes = <usize> (tapCount * channels) << 5;
  const firstPanel = (item / rowBlocks) * panelBlock;
  const lastPanel = min((columns + 7) >> 3, firstPanel + panelBlock);
  for (let panel = firstPanel; panel < lastPanel; panel++) {
    let group = scratch;
    const width = min(8, columns - (panel << 3));
    for (let row = begin; row < end; row += 4) {
      const from = panels + <usize> panel * depthBytes;
      tile(
        group,
        tapCount,
        <usize> channels << 2,
        from,
        <usize> panel << 5,
        min(4, end - row),
        width,
      );
      group += groupBytes;
    }
  }
}

/** Four rows times one panel: 4 x 8 numbers stay in registers over the whole depth. */
// @ts-ignore: decorator

function tile(
  group: usize,
  tapCount: i32,
  bytes: usize,
  panel: usize,
  column: usize,
  rows: i32,
  width: i32,
): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  for (let tap = 0; tap < tapCount; tap++) {
    let r0 = load<usize>(group), r1 = load<usize>(group, 4);
    let r2 = load<usize>(group, 8), r3 = load<usize>(group, 12);
    group += 16;
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
      r0 += 4;
      r1 += 4;
      r2 += 4;
      r3 += 4;
      panel += 32;
    }
  }
  storeRow(load<usize>(group) + column, c00, c01, width);
  if (rows > 1) storeRow(load<usize>(group, 4) + column, c10, c11, width);
  if (rows > 2) storeRow(load<usize>(group, 8) + column, c20, c21, width);
  if (rows > 3) storeRow(load<usize>(group, 12) + column, c30, c31, width);
}

/** Writes the first `width` of 8 numbers. */
// @ts-ignore: decorator

export function storeRow(to: usize, low: v128, high: v128, width: i32): void {
  if (width == 8) {
    v128.store(to, low);
    v128.store(to, high, 16);
    return;
  }
  if (width & 4) {
    v128.store(to, low);
    low = high;
    to += 16;
  }
  if (width & 2) {
    v128.store64_lane(to, low, 0);
    low = i8x16.shuffle(low, low, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
    to += 8;
  }
  if (width & 1) v128.store32_lane(to, low, 0);
}
