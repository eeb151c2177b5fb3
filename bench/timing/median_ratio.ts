import { median } from "./median.ts";

/** The median of what `a` is to `b` in each round: load that comes and goes hits both. */
export function medianRatio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((value, round) => value / b[round]!));
}
