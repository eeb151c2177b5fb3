import type { Distance } from "../reference/distances/distance.ts";

const CODES = { COSINE: 0, EUCLIDEAN: 1, SQUARED: 2 };

/** The WGSL constants of a distance. */
export function distanceConstants(distance: Distance): Record<string, number> {
  return { ...CODES, DISTANCE: CODES[distance.toUpperCase() as keyof typeof CODES] };
}
