/**
 * Writes for each tap of a filter where the places of a grid over images find its channels.
 *
 * @param images `[n, imageHeight, imageWidth, channels]`
 * @param zeros at least `channels` zeros, for what lies beyond an edge
 * @param height rows of the grid over each image
 * @param width places in such a row
 * @param rowStride rows of the image from one row of places to the next
 * @param columnStride columns of the image from one place to the next
 * @param taps for each tap the row and the column that place 0 sees, and where the tap's numbers begin
 * in the filter; int32 `[tapCount, 3]`
 * @param begin the first place
 * @param end the one behind the last
 * @param table `[tapCount, pitch / 4]` addresses; behind the last place its own are repeated to a
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
  for (let place = begin; place < end; y++) {
    if (y == height) {
      y = 0;
      image++;
    }
    const count = min(width - x, end - place);
    const base = images + <usize> (image * imageHeight * imageWidth) * pixel;
    for (let tap = 0; tap < tapCount; tap++) {
      const sy = y * rowStride + load<i32>(taps + <usize> tap * 12);
      let sx = x * columnStride + load<i32>(taps + <usize> tap * 12, 4);
      let at = table + <usize> tap * pitch + (<usize> (place - begin) << 2);
      let from = base + <usize> (sy * imageWidth + sx) * pixel;
      // As unsigned numbers, those below zero are large.
      const below = <u32> sy < <u32> imageHeight ? <u32> imageWidth : 0;
      for (const last = at + (<usize> count << 2); at < last; at += 4) {
        store<usize>(at, <u32> sx < below ? from : zeros);
        sx += columnStride;
        from += across;
      }
    }
    place += count;
    x = 0;
  }
  repeatLast(table, pitch, tapCount, end - begin);
}

/**
 * Writes where what is computed of each place goes.
 *
 * @param to where place 0's goes
 * @param toImage numbers from an image's to the next one's
 * @param toRow numbers from a grid's row to the next
 * @param toPlace numbers from a place to the next
 * @param table addresses; behind the last place its own is repeated to a multiple of twelve
 */
export function outputAddresses(
  to: usize,
  toImage: i32,
  toRow: i32,
  toPlace: i32,
  height: i32,
  width: i32,
  begin: i32,
  end: i32,
  table: usize,
): void {
  for (let place = begin; place < end; place++) {
    const row = place / width, image = row / height;
    const number = image * toImage + (row - image * height) * toRow +
      (place - row * width) * toPlace;
    store<usize>(table + (<usize> (place - begin) << 2), to + (<usize> number << 2));
  }
  repeatLast(table, 0, 1, end - begin);
}

function repeatLast(table: usize, pitch: usize, tapCount: i32, places: i32): void {
  for (let tap = 0; tap < tapCount; tap++) {
    const last = table + <usize> tap * pitch + (<usize> places << 2) - 4;
    for (let place = places; place % 12; place++) {
      store<usize>(last + (<usize> (place - places) << 2), load<usize>(last), 4);
    }
  }
}
