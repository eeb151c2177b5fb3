import { smallestSupportedFar } from "./rule_of_three.ts";

/** The number of negative pairs that it takes to support a false accept rate: see `smallestFar`. */
export function negativesNeededFor(far: number): number {
  // Up or down, as the rounding of the quotient demands.
  const negatives = Math.floor(3 / far);
  return smallestSupportedFar(negatives) <= far ? negatives : negatives + 1;
}
