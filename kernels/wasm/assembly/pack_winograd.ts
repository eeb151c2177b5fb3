/**
 * Transforms the 3 x 3 taps of a filter for `winograd`, G g G', into panels of 8 columns, each `[16,
 * depth, 8]`. Columns beyond the last repeat it.
 *
 * @param from the address of the first tap
 * @param tapStep elements from a tap to the next, below 0 where the filter is flipped
 * @param depth rows of a tap
 * @param rowStep elements from a row to the next
 * @param columns how many columns
 * @param columnStep elements from a column to the next
 * @param to memory for `ceil(columns / 8) * 16 * depth * 8` elements
 * @param item a panel
 */
export function packWinograd(
  from: usize,
  tapStep: i32,
  depth: i32,
  rowStep: i32,
  columns: i32,
  columnStep: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const matrix = <usize> depth << 5;
  for (let quad = 0; quad < 2; quad++) {
    const first = (item << 3) + (quad << 2), last = columns - 1;
    const s0 = <usize> (min(first, last) * columnStep) << 2;
    const s1 = <usize> (min(first + 1, last) * columnStep) << 2;
    const s2 = <usize> (min(first + 2, last) * columnStep) << 2;
    const s3 = <usize> (min(first + 3, last) * columnStep) << 2;
    for (let k = 0; k < depth; k++) {
      const row = from + (<usize> (k * rowStep) << 2);
      const panel = to + <usize> item * 16 * matrix + (<usize> k << 5) + (quad << 4);
      // Down the columns of the taps first; of four rows the first and the last stay as they are.
      for (let j = 0; j < 3; j++) {
        const g0 = gather(row + (<usize> (j * tapStep) << 2), s0, s1, s2, s3);
        const g1 = gather(row + (<usize> ((j + 3) * tapStep) << 2), s0, s1, s2, s3);
        const g2 = gather(row + (<usize> ((j + 6) * tapStep) << 2), s0, s1, s2, s3);
        const at = panel + j * matrix;
        v128.store(at, g0);
        v128.store(at + 4 * matrix, halfSum(g0, g1, g2));
        v128.store(at + 8 * matrix, halfSum(g0, f32x4.neg(g1), g2));
        v128.store(at + 12 * matrix, g2);
      }
      for (let i = 0; i < 4; i++) {
        const at = panel + 4 * i * matrix;
        const g0 = v128.load(at), g1 = v128.load(at + matrix), g2 = v128.load(at + 2 * matrix);
        v128.store(at + matrix, halfSum(g0, g1, g2));
        v128.store(at + 2 * matrix, halfSum(g0, f32x4.neg(g1), g2));
        v128.store(at + 3 * matrix, g2);
      }
    }
  }
}

function gather(from: usize, s0: usize, s1: usize, s2: usize, s3: usize): v128 {
  let quad = v128.load32_zero(from + s0);
  quad = v128.load32_lane(from + s1, quad, 1);
  quad = v128.load32_lane(from + s2, quad, 2);
  return v128.load32_lane(from + s3, quad, 3);
}

function halfSum(a: v128, b: v128, c: v128): v128 {
  return f32x4.mul(f32x4.add(f32x4.add(a, b), c), f32x4.splat(0.5));
}
