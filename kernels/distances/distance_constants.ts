import type { Distance } from "../reference/distances/distance.ts";

const CODES = { COSINE: 0, EUCLIDEAN: 1, SQUARED: 2 };

/** The constants by which a WGSL program knows its distance. */
export function distanceConstants(distance: Distance): Record<string, number> {
  return { ...CODES, DISTANCE: CODES[distance.toUpperCase() as keyof typeof CODES] };
}
