/**
 * Adds up partial sums in their order, in float64.
 *
 * @param from `[parts, columns]`
 * @param to `[columns]`
 * @param columnBlock columns of an item
 * @param item a block of columns
 */
export function sumPartials(
  from: usize,
  parts: i32,
  columns: i32,
  to: usize,
  columnBlock: i32,
  _scratch: usize,
  item: i32,
): void {
  const end = min(columns, (item + 1) * columnBlock);
  for (let c = item * columnBlock; c < end; c++) {
    let sum: f64 = 0, at = from + (<usize> c << 2);
    for (let part = 0; part < parts; part++) {
      sum += <f64> load<f32>(at);
      at += <usize> columns << 2;
    }
    store<f32>(to + (<usize> c << 2), <f32> sum);
  }
}
