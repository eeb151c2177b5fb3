import { multiplyAdd } from "./multiply_add";

/**
 * Cosine similarities of rows of unit length with one panel of eight others, in single precision: twice
 * as fast as `similaritiesDouble`, and off by some units of the last place.
 *
 * @param rows panels of eight rows, float32 `[panelCount, dimension, 8]`
 * @param panelCount how many
 * @param columns panels of the others
 * @param dimension length of a row
 * @param to float32 `[8 * panelCount, stride]`
 * @param stride elements from a row of the results to the next
 * @param item the panel of columns
 */
export function similaritiesSingle(
  rows: usize,
  panelCount: i32,
  columns: usize,
  dimension: i32,
  to: usize,
  stride: i32,
  _scratch: usize,
  item: i32,
): void {
  const bytes = <usize> dimension << 5, pitch = <usize> stride << 2;
  const b = columns + <usize> item * bytes;
  let result = to + (<usize> item << 5);
  for (let half = 0; half < 2 * panelCount; half++) {
    let row = rows + <usize> (half >> 1) * bytes + (<usize> (half & 1) << 4);
    let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
    let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
    for (let at: usize = 0; at < bytes; at += 32) {
      const b0 = v128.load(b + at), b1 = v128.load(b + at, 16);
      let a = v128.load32_splat(row + at);
      c00 = multiplyAdd(a, b0, c00);
      c01 = multiplyAdd(a, b1, c01);
      a = v128.load32_splat(row + at, 4);
      c10 = multiplyAdd(a, b0, c10);
      c11 = multiplyAdd(a, b1, c11);
      a = v128.load32_splat(row + at, 8);
      c20 = multiplyAdd(a, b0, c20);
      c21 = multiplyAdd(a, b1, c21);
      a = v128.load32_splat(row + at, 12);
      c30 = multiplyAdd(a, b0, c30);
      c31 = multiplyAdd(a, b1, c31);
    }
    storeCosines(result, c00, c01);
    storeCosines(result + pitch, c10, c11);
    storeCosines(result + 2 * pitch, c20, c21);
    storeCosines(result + 3 * pitch, c30, c31);
    result += 4 * pitch;
  }
}

/** Rounding may carry a product of unit vectors past one. */
function storeCosines(to: usize, low: v128, high: v128): void {
  const one = f32x4.splat(1), less = f32x4.splat(-1);
  v128.store(to, f32x4.min(one, f32x4.max(less, low)));
  v128.store(to, f32x4.min(one, f32x4.max(less, high)), 16);
}
