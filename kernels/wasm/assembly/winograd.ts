import { gemmTile } from "./gemm_tile";
import { storeQuad } from "./store_quad";

/**
 * A convolution of 3 x 3 taps and stride 1 by Winograd's F(2 x 2, 3 x 3), as in Lavin and Gray, "Fast
 * algorithms for convolutional neural networks" (2016): 16 products instead of 36 for
 * 2 x 2 positions. Their pixels are transformed in the thread's scratch memory, multiplied as 16
 * matrices, and transformed back.
 *
 * @param images `[n, imageHeight, imageWidth, channels]`
 * @param zeros at least `channels` zeros, for pixels beyond an edge
 * @param height rows of positions over each image
 * @param width positions in such a row
 * @param top the row of the image that the first tap reads from position 0
 * @param left the column
 * @param n how many images
 * @param panels `packWinograd` of the filter
 * @param to `[n, height, width, columns]`
 * @param scratch memory for `16 * tilesPerItem` times the channels and 10 more, and for 128 more
 * @param item a block of tiles of 2 x 2 positions
 */
export function winograd(
  images: usize,
  zeros: usize,
  imageHeight: i32,
  imageWidth: i32,
  channels: i32,
  height: i32,
  width: i32,
  top: i32,
  left: i32,
  n: i32,
  panels: usize,
  columns: i32,
  to: usize,
  scratch: usize,
  item: i32,
): void {
  const down = (height + 1) >> 1, across = (width + 1) >> 1;
  const begin = item * tilesPerItem, end = min(n * down * across, begin + tilesPerItem);
  const rowBytes = <usize> ((channels + 3) & ~3) << 2;
  const table = scratch + 512, products = table + 32 * (tilesPerItem << 2);
  const seen = products + 16 * productStep, seenStep = tilesPerItem * rowBytes;

  for (let tile = begin; tile < end; tile++) {
    const tileRow = tile / across, image = tileRow / down;
    const y = ((tileRow - image * down) << 1) + top, x = ((tile - tileRow * across) << 1) + left;
    const base = images + (<usize> (image * imageHeight * imageWidth * channels) << 2);
    for (let i = 0; i < 16; i++) {
      const sy = y + (i >> 2), sx = x + (i & 3);
      const inside = <u32> sy < <u32> imageHeight && <u32> sx < <u32> imageWidth;
      const at = base + (<usize> ((sy * imageWidth + sx) * channels) << 2);
      store<usize>(scratch + (i << 2), inside ? at : zeros);
    }
    transformSeen(scratch, rowBytes, seen + <usize> (tile - begin) * rowBytes, seenStep);
  }

  // Six addresses for each of the 16 matrices: of its rows, then of their products.
  for (let i = 0; i < 16; i++) {
    for (let tile = 0; tile < tilesPerItem; tile++) {
      const at = table + ((2 * i * tilesPerItem + tile) << 2);
      store<usize>(at, seen + i * seenStep + <usize> tile * rowBytes);
      store<usize>(at, products + i * productStep + (<usize> tile << 5), tilesPerItem << 2);
    }
  }

  for (let panel = 0; panel << 3 < columns; panel++) {
    for (let i = 0; i < 16; i++) {
      const right = panels + (<usize> ((panel * 16 + i) * channels) << 5);
      for (let tile = 0; tile < end - begin; tile += 6) {
        const group = table + ((2 * i * tilesPerItem + tile) << 2);
        gemmTile(group, tilesPerItem << 2, 1, <usize> channels << 2, right, 0, 6, 8);
      }
    }
    const first = panel << 3, wide = min(8, columns - first);
    for (let tile = begin; tile < end; tile++) {
      const tileRow = tile / across, image = tileRow / down;
      const y = (tileRow - image * down) << 1, x = (tile - tileRow * across) << 1;
      const position = to + (<usize> (((image * height + y) * width + x) * columns + first) << 2);
      const below = y + 1 < height ? <usize> (width * columns) << 2 : 0;
      const beside = x + 1 < width ? <usize> columns << 2 : 0;
      transformProducts(products + (<usize> (tile - begin) << 5), position, below, beside, wide);
    }
  }
}

const tilesPerItem = 12;
const productStep: usize = tilesPerItem << 5;

/** Transforms the 4 x 4 pixels of a tile, at the 16 addresses of `scratch`: B' d B. */
function transformSeen(scratch: usize, rowBytes: usize, to: usize, step: usize): void {
  const half = scratch + 64;
  for (let c: usize = 0; c < rowBytes; c += 16) {
    for (let i: usize = 0; i < 4; i++) {
      const row = scratch + (i << 4), at = half + (i << 6);
      const d0 = v128.load(load<usize>(row) + c), d1 = v128.load(load<usize>(row, 4) + c);
      const d2 = v128.load(load<usize>(row, 8) + c), d3 = v128.load(load<usize>(row, 12) + c);
      v128.store(at, f32x4.sub(d0, d2));
      v128.store(at, f32x4.add(d1, d2), 16);
      v128.store(at, f32x4.sub(d2, d1), 32);
      v128.store(at, f32x4.sub(d1, d3), 48);
    }
    for (let j: usize = 0; j < 4; j++) {
      const column = half + (j << 4), at = to + j * step + c;
      const d0 = v128.load(column), d1 = v128.load(column, 64);
      const d2 = v128.load(column, 128), d3 = v128.load(column, 192);
      v128.store(at, f32x4.sub(d0, d2));
      v128.store(at + 4 * step, f32x4.add(d1, d2));
      v128.store(at + 8 * step, f32x4.sub(d2, d1));
      v128.store(at + 12 * step, f32x4.sub(d1, d3));
    }
  }
}

/** Transforms a tile's 16 products to its 2 x 2 positions: A' m A. A step of 0 is no position. */
function transformProducts(
  from: usize,
  position: usize,
  below: usize,
  beside: usize,
  width: i32,
): void {
  for (let half = 0; half < 2 && half << 2 < width; half++) {
    const at = from + (half << 4), out = position + (half << 4), wide = width - (half << 2);
    let m0 = v128.load(at), m1 = v128.load(at + 4 * productStep);
    let m2 = v128.load(at + 8 * productStep), m3 = v128.load(at + 12 * productStep);
    const t00 = f32x4.add(f32x4.add(m0, m1), m2), t10 = f32x4.sub(f32x4.sub(m1, m2), m3);
    m0 = v128.load(at + productStep);
    m1 = v128.load(at + 5 * productStep);
    m2 = v128.load(at + 9 * productStep);
    m3 = v128.load(at + 13 * productStep);
    const t01 = f32x4.add(f32x4.add(m0, m1), m2), t11 = f32x4.sub(f32x4.sub(m1, m2), m3);
    m0 = v128.load(at + 2 * productStep);
    m1 = v128.load(at + 6 * productStep);
    m2 = v128.load(at + 10 * productStep);
    m3 = v128.load(at + 14 * productStep);
    const t02 = f32x4.add(f32x4.add(m0, m1), m2), t12 = f32x4.sub(f32x4.sub(m1, m2), m3);
    m0 = v128.load(at + 3 * productStep);
    m1 = v128.load(at + 7 * productStep);
    m2 = v128.load(at + 11 * productStep);
    m3 = v128.load(at + 15 * productStep);
    const t03 = f32x4.add(f32x4.add(m0, m1), m2), t13 = f32x4.sub(f32x4.sub(m1, m2), m3);
    storeQuad(out, f32x4.add(f32x4.add(t00, t01), t02), wide);
    if (beside) storeQuad(out + beside, f32x4.sub(f32x4.sub(t01, t02), t03), wide);
    if (!below) continue;
    storeQuad(out + below, f32x4.add(f32x4.add(t10, t11), t12), wide);
    if (beside) storeQuad(out + below + beside, f32x4.sub(f32x4.sub(t11, t12), t13), wide);
  }
}
