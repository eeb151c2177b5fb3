import { storeRow } from "./store_quad";

/**
 * The distances of a block of rows to all columns, in float64, added in the order of the reference, so
 * that not one bit differs.
 *
 * @param rows `[count, dimension]`
 * @param panels `packPanels` of the columns, `[dimension, columns]`
 * @param isCosine 1 for 1 - product, 0 for differences
 * @param hasRoot 1 for the root of the sum of squared differences, 0 for the sum
 * @param itemRows rows of an item
 * @param to `[count, columns]`
 * @param item a block of rows
 */
export function pairwiseDistances(
  rows: usize,
  count: i32,
  dimension: i32,
  panels: usize,
  columns: i32,
  isCosine: i32,
  hasRoot: i32,
  itemRows: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const bytes = <usize> dimension << 2, pitch = <usize> columns << 2;
  const end = min(count, (item + 1) * itemRows);
  for (let column = 0; column < columns; column += 8) {
    const width = min(8, columns - column);
    for (let row = item * itemRows; row < end; row += 2) {
      const from = rows + <usize> row * bytes, result = to + <usize> row * pitch + (<usize> column << 2);
      const isPair = row + 1 < end;
      distanceTile(
        from,
        isPair ? from + bytes : from,
        bytes,
        panels + <usize> column * bytes,
        isCosine,
        hasRoot,
        result,
        isPair ? result + pitch : result,
        width,
      );
    }
  }
}

/** Two rows and one panel: 2 x 8 sums stay in registers over the whole depth. */
function distanceTile(
  a: usize,
  b: usize,
  bytes: usize,
  panel: usize,
  isCosine: i32,
  hasRoot: i32,
  toA: usize,
  toB: usize,
  width: i32,
): void {
  let a0 = f64x2.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  for (const end = a + bytes; a < end; a += 4, b += 4, panel += 32) {
    const x = f64x2.splat(load<f32>(a)), y = f64x2.splat(load<f32>(b));
    const c0 = f64x2.promote_low_f32x4(v128.load64_zero(panel));
    const c1 = f64x2.promote_low_f32x4(v128.load64_zero(panel, 8));
    const c2 = f64x2.promote_low_f32x4(v128.load64_zero(panel, 16));
    const c3 = f64x2.promote_low_f32x4(v128.load64_zero(panel, 24));
    if (isCosine) {
      a0 = f64x2.add(a0, f64x2.mul(x, c0));
      a1 = f64x2.add(a1, f64x2.mul(x, c1));
      a2 = f64x2.add(a2, f64x2.mul(x, c2));
      a3 = f64x2.add(a3, f64x2.mul(x, c3));
      b0 = f64x2.add(b0, f64x2.mul(y, c0));
      b1 = f64x2.add(b1, f64x2.mul(y, c1));
      b2 = f64x2.add(b2, f64x2.mul(y, c2));
      b3 = f64x2.add(b3, f64x2.mul(y, c3));
    } else {
      a0 = addSquare(a0, x, c0);
      a1 = addSquare(a1, x, c1);
      a2 = addSquare(a2, x, c2);
      a3 = addSquare(a3, x, c3);
      b0 = addSquare(b0, y, c0);
      b1 = addSquare(b1, y, c1);
      b2 = addSquare(b2, y, c2);
      b3 = addSquare(b3, y, c3);
    }
  }
  const lowA = distances(a0, a1, isCosine, hasRoot), highA = distances(a2, a3, isCosine, hasRoot);
  storeRow(toA, lowA, highA, width);
  if (toA == toB) return;
  const lowB = distances(b0, b1, isCosine, hasRoot), highB = distances(b2, b3, isCosine, hasRoot);
  storeRow(toB, lowB, highB, width);
}

function addSquare(sum: v128, x: v128, y: v128): v128 {
  const difference = f64x2.sub(x, y);
  return f64x2.add(sum, f64x2.mul(difference, difference));
}

function distances(low: v128, high: v128, isCosine: i32, hasRoot: i32): v128 {
  if (isCosine) {
    low = f64x2.sub(f64x2.splat(1), low);
    high = f64x2.sub(f64x2.splat(1), high);
  } else if (hasRoot) {
    low = f64x2.sqrt(low);
    high = f64x2.sqrt(high);
  }
  const four = f32x4.demote_f64x2_zero(low);
  return v128.shuffle<f64>(four, f32x4.demote_f64x2_zero(high), 0, 2);
}
