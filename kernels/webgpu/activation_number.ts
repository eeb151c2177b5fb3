import type { Activation } from "../reference/activation.ts";

const numbers: Record<Activation, number> = { none: 0, relu: 1, relu6: 2, silu: 3 };

/** What `activation.wgsl` knows a function by: its constant ACTIVATION. */
export function activationNumber(activation: Activation): number {
  return numbers[activation];
}
