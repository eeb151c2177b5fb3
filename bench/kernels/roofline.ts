import type { Peaks } from "./measure_peaks.ts";

/** How near a kernel comes to what the adapter can do. */
export interface Roofline {
  /** Of the ceiling that binds it, the one that it comes nearer to; 1 is all. */
  readonly fraction: number;
  readonly binding: "products" | "memory";
}

/** Compares what a kernel does in a second with the ceilings that were measured in the same run. */
export function roofline(rates: Peaks, ceilings: Peaks): Roofline {
  const products = rates.gigaflopsPerSecond / ceilings.gigaflopsPerSecond;
  const memory = rates.gigabytesPerSecond / ceilings.gigabytesPerSecond;
  return products > memory
    ? { fraction: products, binding: "products" }
    : { fraction: memory, binding: "memory" };
}
