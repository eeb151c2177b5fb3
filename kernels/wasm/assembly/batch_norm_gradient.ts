import { multiplySubtract } from "./multiply_add";
import { storeQuad } from "./store_quad";

/**
 * The second half of the gradient of `batchNorm`: by its input, through the statistics too.
 *
 * @param x `[rows, channels]`
 * @param statistics mean and variance, `[2, channels]`
 * @param scale `[channels]`
 * @param sums the sums of `batchNormSums` over all rows, `[2, channels]`
 * @param epsilon added to the variance
 * @param itemRows rows of an item, few enough to stay in the first cache
 * @param slopes `[rows, channels]` of `batchNormSums`; the gradient replaces them
 * @param item a block of rows
 */
export function batchNormGradient(
  x: usize,
  statistics: usize,
  scale: usize,
  sums: usize,
  epsilon: f32,
  rows: i32,
  channels: i32,
  itemRows: i32,
  slopes: usize,
  _scratch: usize,
  item: i32,
): void {
  const begin = item * itemRows, count = min(itemRows, rows - begin);
  const step = <usize> channels << 2;
  const number = f32x4.splat(<f32> rows);
  for (let c = 0; c < channels; c += 4) {
    const column = <usize> c << 2, width = channels - c;
    const mean = v128.load(statistics + column);
    const variance = v128.load(statistics + step + column);
    const deviation = f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon)));
    const factor = f32x4.div(v128.load(scale + column), deviation);
    const common = f32x4.div(v128.load(sums + column), number);
    const part = f32x4.div(v128.load(sums + step + column), f32x4.mul(number, deviation));
    const first = <usize> begin * step + column;
    let from = x + first, at = slopes + first;
    const end = from + <usize> count * step;
    while (from < end) {
      const centered = f32x4.sub(v128.load(from), mean);
      const level = f32x4.sub(v128.load(at), common);
      const inner = multiplySubtract(centered, part, level);
      storeQuad(at, f32x4.mul(inner, factor), width);
      from += step;
      at += step;
    }
  }
}
