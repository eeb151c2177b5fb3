/**
 * Mean and biased variance of each channel over all rows, from those of the shares (Chan et al.,
 * 1979), in double precision.
 *
 * @param moments of `batchMoments`, `[shares, 2, channels]`
 * @param rows in all
 * @param shareRows rows a share; the last may have fewer
 * @param to `[2, channels]`
 * @param columnBlock channels an item
 * @param item a block of channels
 */
export function batchStatistics(
  moments: usize,
  shares: i32,
  rows: i32,
  shareRows: i32,
  channels: i32,
  to: usize,
  columnBlock: i32,
  _scratch: usize,
  item: i32,
): void {
  const row = <usize> channels << 2;
  const end = min(channels, (item + 1) * columnBlock);
  const lastRows = <f64> (rows - (shares - 1) * shareRows);
  for (let c = item * columnBlock; c < end; c++) {
    const from = moments + (<usize> c << 2);
    let sum: f64 = 0, at = from;
    for (let share = 0; share < shares; share++) {
      sum += <f64> load<f32>(at) * (share == shares - 1 ? lastRows : <f64> shareRows);
      at += row * 2;
    }
    const mean = sum / <f64> rows;
    sum = 0;
    at = from;
    for (let share = 0; share < shares; share++) {
      const apart = <f64> load<f32>(at) - mean;
      sum += apart * apart * (share == shares - 1 ? lastRows : <f64> shareRows);
      sum += <f64> load<f32>(at + row);
      at += row * 2;
    }
    store<f32>(to + (<usize> c << 2), <f32> mean);
    store<f32>(to + row + (<usize> c << 2), <f32> (sum / <f64> rows));
  }
}
