import { multiplyAdd } from "./multiply_add";
import { storeRow } from "./store_quad";

/**
 * The mean of each channel over a part of the rows, and the sum of squared distances from it. Two passes
 * over cached rows, so that nothing cancels.
 *
 * @param x `[rows, channels]`
 * @param partRows rows of a part
 * @param to `[parts, 2, channels]`: means, then sums
 * @param item a part
 */
export function batchMoments(
  x: usize,
  rows: i32,
  channels: i32,
  partRows: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const begin = item * partRows, count = min(partRows, rows - begin);
  const step = <usize> channels << 2;
  const means = to + <usize> item * step * 2;
  const number = f32x4.splat(<f32> count);
  for (let c = 0; c < channels; c += 8) {
    const column = <usize> c << 2, width = min(8, channels - c);
    const from = x + <usize> begin * step + column, end = from + <usize> count * step;
    let low = f32x4.splat(0), high = low;
    for (let at = from; at < end; at += step) {
      low = f32x4.add(low, v128.load(at));
      high = f32x4.add(high, v128.load(at, 16));
    }
    const lowMean = f32x4.div(low, number), highMean = f32x4.div(high, number);
    low = high = f32x4.splat(0);
    for (let at = from; at < end; at += step) {
      const a = f32x4.sub(v128.load(at), lowMean), b = f32x4.sub(v128.load(at, 16), highMean);
      low = multiplyAdd(a, a, low);
      high = multiplyAdd(b, b, high);
    }
    storeRow(means + column, lowMean, highMean, width);
    storeRow(means + step + column, low, high, width);
  }
}
