/**
 * Cosine similarities of rows of unit length with one panel of four others, in double precision: a sum
 * runs in order, and a product of single precision numbers is exact, so that the results are those of
 * the plain reference to the bit.
 *
 * @param rows panels of four rows, float64 `[panelCount, dimension, 4]`
 * @param panelCount how many
 * @param columns panels of the others
 * @param dimension length of a row
 * @param to float32 `[4 * panelCount, stride]`
 * @param stride elements from a row of the results to the next
 * @param item the panel of columns
 */
export function similaritiesDouble(
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
  let row = rows, result = to + (<usize> item << 4);
  for (let panel = 0; panel < panelCount; panel++) {
    let c00 = f64x2.splat(0), c01 = c00, c10 = c00, c11 = c00;
    let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
    for (let at: usize = 0; at < bytes; at += 32) {
      const b0 = v128.load(b + at), b1 = v128.load(b + at, 16);
      let a = v128.load64_splat(row + at);
      c00 = multiplyAdd(a, b0, c00);
      c01 = multiplyAdd(a, b1, c01);
      a = v128.load64_splat(row + at, 8);
      c10 = multiplyAdd(a, b0, c10);
      c11 = multiplyAdd(a, b1, c11);
      a = v128.load64_splat(row + at, 16);
      c20 = multiplyAdd(a, b0, c20);
      c21 = multiplyAdd(a, b1, c21);
      a = v128.load64_splat(row + at, 24);
      c30 = multiplyAdd(a, b0, c30);
      c31 = multiplyAdd(a, b1, c31);
    }
    v128.store(result, cosines(c00, c01));
    v128.store(result + pitch, cosines(c10, c11));
    v128.store(result + 2 * pitch, cosines(c20, c21));
    v128.store(result + 3 * pitch, cosines(c30, c31));
    row += bytes;
    result += 4 * pitch;
  }
}

/** Four sums in single precision. Rounding may carry a product of unit vectors past one. */
function cosines(low: v128, high: v128): v128 {
  const sums = v128.shuffle<f64>(
    f32x4.demote_f64x2_zero(low),
    f32x4.demote_f64x2_zero(high),
    0,
    2,
  );
  return f32x4.min(f32x4.splat(1), f32x4.max(f32x4.splat(-1), sums));
}

/** Of numbers in single precision a product is exact, so that both ways give the same. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD
    ? f64x2.relaxed_madd(a, b, c)
    : f64x2.add(f64x2.mul(a, b), c);
}
