import { upperBound, lowerBound, siluGradient } from "./activation";
import { multiplyAdd } from "./multiply_add";
import { storeQuad } from "./store_quad";

/**
 * The first half of the gradient of `batchNorm`, for a part of the rows: the gradient before the
 * activation, its sum, and its sum times the normalized value.
 *
 * @param x `[rows, channels]`
 * @param dy `[rows, channels]`
 * @param statistics mean and variance, `[2, channels]`
 * @param scale `[channels]`
 * @param offset `[channels]`
 * @param epsilon added to the variance
 * @param activation a code, see `activation.ts`
 * @param partRows rows of a part
 * @param slopes the output `[rows, channels]`, the gradient before the activation
 * @param to the sums `[parts, 2, channels]`
 * @param item a part
 */
export function batchNormSums(
  x: usize,
  dy: usize,
  statistics: usize,
  scale: usize,
  offset: usize,
  epsilon: f32,
  activation: i32,
  rows: i32,
  channels: i32,
  partRows: i32,
  slopes: usize,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const begin = item * partRows, count = min(partRows, rows - begin);
  const step = <usize> channels << 2;
  const floor = lowerBound(activation), ceiling = upperBound(activation);
  for (let c = 0; c < channels; c += 4) {
    const column = <usize> c << 2, width = channels - c;
    const mean = v128.load(statistics + column), level = v128.load(offset + column);
    const variance = v128.load(statistics + step + column);
    const deviation = f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon)));
    const factor = f32x4.div(v128.load(scale + column), deviation);
    const first = <usize> begin * step + column;
    let from = x + first, at = dy + first, out = slopes + first;
    const end = from + <usize> count * step;
    let sum = f32x4.splat(0), product = sum;
    while (from < end) {
      const centered = f32x4.sub(v128.load(from), mean);
      const z = multiplyAdd(centered, factor, level);
      let slope = v128.load(at);
      if (activation == 3) slope = f32x4.mul(slope, siluGradient(z));
      else slope = v128.and(slope, v128.and(f32x4.gt(z, floor), f32x4.lt(z, ceiling)));
      storeQuad(out, slope, width);
      sum = f32x4.add(sum, slope);
      product = multiplyAdd(slope, centered, product);
      from += step;
      at += step;
      out += step;
    }
    const sums = to + <usize> item * step * 2 + column;
    storeQuad(sums, sum, width);
    storeQuad(sums + step, f32x4.div(product, deviation), width);
  }
}
