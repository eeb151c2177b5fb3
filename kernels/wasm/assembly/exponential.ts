import { multiplyAdd } from "./multiply_add";

/**
 * The exponential of each of four numbers, to about a unit in the last place: Cephes' polynomial
 * (Moshier, expf) on the rest beside the nearest power of 2. Values beyond -87 and 87 are clamped, so
 * that neither the result nor its inverse leaves the range of normal values.
 */
export function exponential(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87)), f32x4.splat(87));
  // Added to so large a value, no fraction is left: the last bits are the power.
  const rounder = f32x4.splat(12582912);
  const shifted = f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), rounder);
  const power = f32x4.sub(shifted, rounder);
  // The logarithm of 2 in two parts. The first times any power is exact.
  x = multiplyAdd(power, f32x4.splat(-0.693359375), x);
  x = multiplyAdd(power, f32x4.splat(2.12194440e-4), x);
  let y = f32x4.splat(1.9875691500e-4);
  y = multiplyAdd(y, x, f32x4.splat(1.3981999507e-3));
  y = multiplyAdd(y, x, f32x4.splat(8.3334519073e-3));
  y = multiplyAdd(y, x, f32x4.splat(4.1665795894e-2));
  y = multiplyAdd(y, x, f32x4.splat(1.6666665459e-1));
  y = multiplyAdd(y, x, f32x4.splat(5.0000001201e-1));
  y = multiplyAdd(y, f32x4.mul(x, x), x);
  y = f32x4.add(y, f32x4.splat(1));
  return i32x4.add(y, i32x4.shl(shifted, 23));
}
