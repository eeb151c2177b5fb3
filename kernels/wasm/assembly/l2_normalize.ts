import { squaredNorm } from "./squared_norms";

/**
 * Divides every row by its length, at least 1e-12, in float64 as the reference does.
 *
 * @param rows `[count, dimension]`
 * @param itemRows rows of an item
 * @param to `[count, dimension]`
 * @param item a section of the rows
 */
export function l2Normalize(
  rows: usize,
  count: i32,
  dimension: i32,
  itemRows: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const bytes = <usize> dimension << 2;
  const end = min(count, (item + 1) * itemRows);
  for (let row = item * itemRows; row < end; row++) {
    const from = rows + <usize> row * bytes, unit = to + <usize> row * bytes;
    const length = max(sqrt(squaredNorm(from, dimension)), 1e-12);
    for (let k: usize = 0; k < bytes; k += 4) {
      store<f32>(unit + k, <f32> (<f64> load<f32>(from + k) / length));
    }
  }
}
