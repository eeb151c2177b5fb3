/**
 * The squared length of every row, in float64.
 *
 * @param rows `[count, dimension]`
 * @param itemRows rows of an item
 * @param to float64 `[count]`
 * @param item a section of the rows
 */
export function squaredNorms(
  rows: usize,
  count: i32,
  dimension: i32,
  itemRows: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const end = min(count, (item + 1) * itemRows);
  for (let row = item * itemRows; row < end; row++) {
    store<f64>(to + (<usize> row << 3), squaredNorm(rows + (<usize> (row * dimension) << 2), dimension));
  }
}

/** Adds the squares of a row in the order of the reference, so that not one bit differs. */
export function squaredNorm(row: usize, dimension: i32): f64 {
  const end = row + (<usize> dimension << 2);
  let sum: f64 = 0;
  for (; row < end; row += 4) {
    const value = <f64> load<f32>(row);
    sum += value * value;
  }
  return sum;
}
