import type { Ceilings } from "./measure_ceilings.ts";

/** How near a kernel comes to what the adapter can do. */
export interface CeilingShare {
  /** Of the ceiling that binds it, the one that it comes nearer to; 1 is all. */
  readonly share: number;
  readonly binding: "products" | "memory";
}

/** Compares what a kernel does in a second with the ceilings that were measured in the same run. */
export function shareOfCeiling(rates: Ceilings, ceilings: Ceilings): CeilingShare {
  const products = rates.gigaflopsPerSecond / ceilings.gigaflopsPerSecond;
  const memory = rates.gigabytesPerSecond / ceilings.gigabytesPerSecond;
  return products > memory
    ? { share: products, binding: "products" }
    : { share: memory, binding: "memory" };
}
