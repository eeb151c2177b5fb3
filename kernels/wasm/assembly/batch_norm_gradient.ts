import { ceilingOf, floorOf, siluSlope } from "./activation";
import { storeQuad } from "./store_quad";

/**
 * The gradient of `batchNorm` with respect to what came in, the statistics' part in it included.
 *
 * @param x `[rows, channels]`
 * @param dy `[rows, channels]`
 * @param statistics mean and variance, `[2, channels]`
 * @param scale `[channels]`
 * @param offset `[channels]`
 * @param sums of `batchNormSums` over all rows, `[2, channels]`
 * @param epsilon added to the variance
 * @param activation see `activation`
 * @param itemRows rows an item: few enough to stay in the first cache from channels to the next
 * @param to `[rows, channels]`
 * @param item a block of rows
 */
export function batchNormGradient(
  x: usize,
  dy: usize,
  statistics: usize,
  scale: usize,
  offset: usize,
  sums: usize,
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
  const floor = floorOf(activation), ceiling = ceilingOf(activation);
  const number = f32x4.splat(<f32> rows);
  for (let c = 0; c < channels; c += 4) {
    const column = <usize> c << 2, width = channels - c;
    const mean = v128.load(statistics + column), level = v128.load(offset + column);
    const variance = v128.load(statistics + step + column);
    const deviation = f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon)));
    const factor = f32x4.div(v128.load(scale + column), deviation);
    const common = f32x4.div(v128.load(sums + column), number);
    const share = f32x4.div(v128.load(sums + step + column), f32x4.mul(number, deviation));
    const first = <usize> begin * step + column;
    let from = x + first, at = dy + first, out = to + first;
    const end = from + <usize> count * step;
    while (from < end) {
      const centred = f32x4.sub(v128.load(from), mean);
      const z = f32x4.relaxed_madd(centred, factor, level);
      let slope = v128.load(at);
      if (activation == 3) slope = f32x4.mul(slope, siluSlope(z));
      else slope = v128.and(slope, v128.and(f32x4.gt(z, floor), f32x4.lt(z, ceiling)));
      const inner = f32x4.relaxed_nmadd(centred, share, f32x4.sub(slope, common));
      storeQuad(out, f32x4.mul(inner, factor), width);
      from += step;
      at += step;
      out += step;
    }
  }
}
