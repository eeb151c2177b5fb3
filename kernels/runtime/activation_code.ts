import type { Activation } from "../reference/layers/activation.ts";

const numbers: Record<Activation, number> = { none: 0, relu: 1, relu6: 2, silu: 3 };

/** The number of an activation in WGSL and WebAssembly. */
export function activationCode(activation: Activation): number {
  return numbers[activation];
}
