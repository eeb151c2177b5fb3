import { gemmTile } from "./gemm_tile";
import { meet, openPairs } from "./seekers";

/**
 * Compares all rows of one block with all of another, and tells each of both what it finds, see
 * `seekers.ts`. Products in float32 leave few pairs, whose distances are computed as the reference
 * does. A distance serves both of its ends: blocks meet as players of a tournament do, each in one
 * match of a round, so that no two items of a round write to the same seekers.
 *
 * @param rows `[count, dimension]`
 * @param scaled the rows times a power of two that keeps products in range
 * @param panels `packPanels` of the transposed scaled rows
 * @param isCosine 1 for 1 - product, 0 for the squared distance
 * @param seekers see `seekers.ts`
 * @param factor the limits are in units of `factor * distance + offset`
 * @param block rows of a block, a multiple of 24: of a tile's six rows and of a panel's eight
 * @param round the number of the round; -1 for blocks that meet themselves
 * @param scratch memory of the thread for a tile
 * @param item a match of the round
 */
export function mineRows(
  rows: usize,
  scaled: usize,
  panels: usize,
  count: i32,
  dimension: i32,
  isCosine: i32,
  seekers: usize,
  factor: f64,
  offset: f64,
  block: i32,
  round: i32,
  scratch: usize,
  item: i32,
): void {
  const blocks = (count + block - 1) / block;
  let one = item, two = item;
  if (round >= 0) {
    // With an odd number of blocks, the one that meets the last, which is none, pauses.
    const last = (blocks - 1) | 1;
    one = (round + item) % last;
    two = item == 0 ? last : (round - item + last) % last;
  }
  const bytes = <usize> dimension << 2;
  const pitch = <usize> (blocks * block) << 2;
  const products = scratch + 48;
  for (let i: usize = 0; i < 6; i++) store<usize>(scratch + 24 + (i << 2), products + (i << 5));
  const end = min(count, (one + 1) * block), endColumn = min(count, (two + 1) * block);
  for (let column = two * block; column < endColumn; column += 8) {
    const panel = panels + <usize> column * bytes;
    for (let row = one * block; row < end; row += 6) {
      // Their pairs are in the tile across the diagonal.
      if (one == two && row > column + 7) break;
      for (let i = 0; i < 6; i++) {
        store<usize>(scratch + (<usize> i << 2), scaled + <usize> min(row + i, count - 1) * bytes);
      }
      gemmTile(scratch, 24, 1, bytes, panel, 0, 6, 8);
      const first = seekers + (<usize> row << 2), others = seekers + (<usize> column << 2);
      let open = i32x4.splat(0);
      for (let i: usize = 0; i < 6; i++) {
        const own = first + (i << 2), at = products + (i << 5);
        open = v128.or(open, openPairs(own, others, pitch, v128.load(at)));
        open = v128.or(open, openPairs(own, others + 16, pitch, v128.load(at, 16)));
      }
      if (!v128.any_true(open)) continue;
      for (let i = 0; i < 12; i++) {
        const own = row + (i >> 1), quad = column + ((i & 1) << 2);
        let lanes = i32x4.bitmask(openPairs(
          seekers + (<usize> own << 2),
          seekers + (<usize> quad << 2),
          pitch,
          v128.load(products + (<usize> i << 4)),
        ));
        for (; lanes; lanes &= lanes - 1) {
          const other = quad + ctz(lanes);
          if (own == other) continue;
          const distance = exactDistance(
            rows + <usize> own * bytes,
            rows + <usize> other * bytes,
            bytes,
            isCosine,
          );
          const value = factor * distance + offset;
          meet(seekers, pitch, own, other, distance, value);
          meet(seekers, pitch, other, own, distance, value);
        }
      }
    }
  }
}

/** In float64, added in the order of the reference, so that not one bit differs. */
function exactDistance(a: usize, b: usize, bytes: usize, isCosine: i32): f64 {
  const end = a + bytes;
  let sum: f64 = 0;
  if (isCosine) {
    for (; a < end; a += 4, b += 4) sum += <f64> load<f32>(a) * <f64> load<f32>(b);
    return 1 - sum;
  }
  for (; a < end; a += 4, b += 4) {
    const difference = <f64> load<f32>(a) - <f64> load<f32>(b);
    sum += difference * difference;
  }
  return sum;
}
