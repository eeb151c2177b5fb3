/**
 * The sum of shares, one after another, in double precision.
 *
 * @param from `[shares, columns]`
 * @param to `[columns]`
 * @param columnBlock columns an item
 * @param item a block of columns
 */
export function sumShares(
  from: usize,
  shares: i32,
  columns: i32,
  to: usize,
  columnBlock: i32,
  _scratch: usize,
  item: i32,
): void {
  const end = min(columns, (item + 1) * columnBlock);
  for (let c = item * columnBlock; c < end; c++) {
    let sum: f64 = 0, at = from + (<usize> c << 2);
    for (let share = 0; share < shares; share++) {
      sum += <f64> load<f32>(at);
      at += <usize> columns << 2;
    }
    store<f32>(to + (<usize> c << 2), <f32> sum);
  }
}
