import { storeRow } from "./store_quad";

/**
 * The sum over a part of a matrix's rows.
 *
 * @param x `[rows, columns]`
 * @param partRows rows of a part
 * @param to `[parts, columns]`
 * @param item a part
 */
export function sumRows(
  x: usize,
  rows: i32,
  columns: i32,
  partRows: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const begin = item * partRows, count = min(partRows, rows - begin);
  const step = <usize> columns << 2;
  for (let c = 0; c < columns; c += 8) {
    const column = <usize> c << 2;
    const from = x + <usize> begin * step + column, end = from + <usize> count * step;
    let low = f32x4.splat(0), high = low;
    for (let at = from; at < end; at += step) {
      low = f32x4.add(low, v128.load(at));
      high = f32x4.add(high, v128.load(at, 16));
    }
    storeRow(to + <usize> item * step + column, low, high, min(8, columns - c));
  }
}
