import { exponential } from "./exponential";
import { multiplyAdd } from "./multiply_add";

// The codes of activations: 0 is none, 1 ReLU, 2 ReLU6, 3 SiLU. All but the last clamp to bounds.

/** The lower bound of an activation. */
export function lowerBound(activation: i32): v128 {
  return f32x4.splat(activation == 0 ? -Infinity : 0);
}

/** The upper bound of an activation. */
export function upperBound(activation: i32): v128 {
  return f32x4.splat(activation == 2 ? 6 : Infinity);
}

/** x times its logistic function. */
export function silu(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(x, f32x4.add(one, exponential(f32x4.neg(x))));
}

/** The derivative of `silu`. */
export function siluGradient(x: v128): v128 {
  const one = f32x4.splat(1);
  const gate = f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
  return f32x4.mul(gate, multiplyAdd(x, f32x4.sub(one, gate), one));
}
