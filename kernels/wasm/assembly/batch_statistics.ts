/**
 * Mean and biased variance of each channel over all rows, from the moments of the parts (Chan et al.,
 * 1979), in float64.
 *
 * @param moments `[parts, 2, channels]` of `batchMoments`
 * @param rows the number of all rows
 * @param partRows rows of a part; the last may have fewer
 * @param to `[2, channels]`
 * @param columnBlock channels of an item
 * @param item a block of channels
 */
export function batchStatistics(
  moments: usize,
  parts: i32,
  rows: i32,
  partRows: i32,
  channels: i32,
  to: usize,
  columnBlock: i32,
  _scratch: usize,
  item: i32,
): void {
  const row = <usize> channels << 2;
  const end = min(channels, (item + 1) * columnBlock);
  const lastRows = <f64> (rows - (parts - 1) * partRows);
  for (let c = item * columnBlock; c < end; c++) {
    const from = moments + (<usize> c << 2);
    let sum: f64 = 0, at = from;
    for (let part = 0; part < parts; part++) {
      sum += <f64> load<f32>(at) * (part == parts - 1 ? lastRows : <f64> partRows);
      at += row * 2;
    }
    const mean = sum / <f64> rows;
    sum = 0;
    at = from;
    for (let part = 0; part < parts; part++) {
      const apart = <f64> load<f32>(at) - mean;
      sum += apart * apart * (part == parts - 1 ? lastRows : <f64> partRows);
      sum += <f64> load<f32>(at + row);
      at += row * 2;
    }
    store<f32>(to + (<usize> c << 2), <f32> mean);
    store<f32>(to + row + (<usize> c << 2), <f32> (sum / <f64> rows));
  }
}
