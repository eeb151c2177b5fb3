/**
 * Writes the addresses of the channels that each tap of a filter reads from the positions of a grid.
 *
 * @param images `[n, imageHeight, imageWidth, channels]`
 * @param zeros at least `channels` zeros, for pixels beyond an edge
 * @param height rows of the grid over each image
 * @param width positions in such a row
 * @param rowStride rows of the image from one row of positions to the next
 * @param columnStride columns of the image from one position to the next
 * @param taps for each tap the row and the column that position 0 reads, and the tap's offset in the
 * filter; int32 `[tapCount, 3]`
 * @param begin the first position
 * @param end the one after the last
 * @param table `[tapCount, pitch / 4]` addresses; those of the last position are repeated up to a
 * multiple of twelve
 * @param pitch bytes from a tap to the next
 */
export function tapAddresses(
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
  begin: i32,
  end: i32,
  table: usize,
  pitch: usize,
): void {
  const pixel = <usize> channels << 2;
  const across = <usize> columnStride * pixel;
  let y = begin / width, x = begin - y * width;
  let image = y / height;
  y -= image * height;
  for (let position = begin; position < end; y++) {
    if (y == height) {
      y = 0;
      image++;
    }
    const count = min(width - x, end - position);
    const base = images + <usize> (image * imageHeight * imageWidth) * pixel;
    for (let tap = 0; tap < tapCount; tap++) {
      const sy = y * rowStride + load<i32>(taps + <usize> tap * 12);
      let sx = x * columnStride + load<i32>(taps + <usize> tap * 12, 4);
      let at = table + <usize> tap * pitch + (<usize> (position - begin) << 2);
      let from = base + <usize> (sy * imageWidth + sx) * pixel;
      // As unsigned integers, values below 0 are large.
      const below = <u32> sy < <u32> imageHeight ? <u32> imageWidth : 0;
      for (const last = at + (<usize> count << 2); at < last; at += 4) {
        store<usize>(at, <u32> sx < below ? from : zeros);
        sx += columnStride;
        from += across;
      }
    }
    position += count;
    x = 0;
  }
  repeatLast(table, pitch, tapCount, end - begin);
}

/**
 * Writes the addresses of the results of each position.
 *
 * @param to the address of the result of position 0
 * @param toImage elements from an image to the next
 * @param toRow elements from a row of the grid to the next
 * @param toPosition elements from a position to the next
 * @param table addresses; that of the last position is repeated up to a multiple of twelve
 */
export function outputAddresses(
  to: usize,
  toImage: i32,
  toRow: i32,
  toPosition: i32,
  height: i32,
  width: i32,
  begin: i32,
  end: i32,
  table: usize,
): void {
  for (let position = begin; position < end; position++) {
    const row = position / width, image = row / height;
    const number = image * toImage + (row - image * height) * toRow +
      (position - row * width) * toPosition;
    store<usize>(table + (<usize> (position - begin) << 2), to + (<usize> number << 2));
  }
  repeatLast(table, 0, 1, end - begin);
}

function repeatLast(table: usize, pitch: usize, tapCount: i32, positions: i32): void {
  for (let tap = 0; tap < tapCount; tap++) {
    const last = table + <usize> tap * pitch + (<usize> positions << 2) - 4;
    for (let position = positions; position % 12; position++) {
      store<usize>(last + (<usize> (position - positions) << 2), load<usize>(last), 4);
    }
  }
}
