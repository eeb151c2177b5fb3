import { upperBound, lowerBound, silu } from "./activation";
import { multiplyAdd } from "./multiply_add";
import { storeQuad } from "./store_quad";

/**
 * Normalizes each channel by its statistics, scales, shifts and activates.
 *
 * @param x `[rows, channels]`
 * @param statistics mean and variance, `[2, channels]`
 * @param scale `[channels]`
 * @param offset `[channels]`
 * @param epsilon added to the variance
 * @param activation a code, see `activation.ts`
 * @param itemRows rows of an item, few enough to stay in the first cache
 * @param to `[rows, channels]`
 * @param item a block of rows
 */
export function batchNorm(
  x: usize,
  statistics: usize,
  scale: usize,
  offset: usize,
  epsilon: f32,
  activation: i32,
  rows: i32,
  channels: i32,
  itemRows: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const begin = item * itemRows, count = min(itemRows, rows - begin);
  const step = <usize> channels << 2;
  const floor = lowerBound(activation), ceiling = upperBound(activation);
  for (let c = 0; c < channels; c += 4) {
    const column = <usize> c << 2, width = channels - c;
    const mean = v128.load(statistics + column), level = v128.load(offset + column);
    const variance = v128.load(statistics + step + column);
    const deviation = f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon)));
    const factor = f32x4.div(v128.load(scale + column), deviation);
    const first = <usize> begin * step + column;
    let from = x + first, at = to + first;
    const end = from + <usize> count * step;
    while (from < end) {
      const z = multiplyAdd(f32x4.sub(v128.load(from), mean), factor, level);
      const y = activation == 3 ? silu(z) : f32x4.pmin(f32x4.pmax(z, floor), ceiling);
      storeQuad(at, y, width);
      from += step;
      at += step;
    }
  }
}
