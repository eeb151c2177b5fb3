import { multiplyAdd } from "./multiply_add";
import { storeRow } from "./store_quad";

/**
 * Six rows times one panel: 6 x 8 sums stay in registers over the whole depth.
 *
 * @param group six addresses for each tap, of the rows, then six of the results
 * @param pitch bytes from a tap's addresses to the next
 * @param bytes the length of a tap's rows
 * @param column bytes to add to the addresses of the results
 * @param rows how many rows to write
 * @param width how many columns to write
 */
export function gemmTile(
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
      c00 = multiplyAdd(a, b0, c00);
      c01 = multiplyAdd(a, b1, c01);
      a = v128.load32_splat(r1);
      c10 = multiplyAdd(a, b0, c10);
      c11 = multiplyAdd(a, b1, c11);
      a = v128.load32_splat(r2);
      c20 = multiplyAdd(a, b0, c20);
      c21 = multiplyAdd(a, b1, c21);
      a = v128.load32_splat(r3);
      c30 = multiplyAdd(a, b0, c30);
      c31 = multiplyAdd(a, b1, c31);
      a = v128.load32_splat(r4);
      c40 = multiplyAdd(a, b0, c40);
      c41 = multiplyAdd(a, b1, c41);
      a = v128.load32_splat(r5);
      c50 = multiplyAdd(a, b0, c50);
      c51 = multiplyAdd(a, b1, c51);
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
