import type { TripletTermsOptions } from "../reference/triplets/triplet_terms.ts";

const CODES = { HINGE: 0, SOFTPLUS: 1, COUNT: 2 };

/** The constants by which `triplet_terms.wgsl` knows what a triplet adds. */
export function tripletTermConstants(
  { term, swap }: TripletTermsOptions,
): Record<string, number> {
  return { ...CODES, TERM: CODES[term.toUpperCase() as keyof typeof CODES], SWAP: Number(swap) };
}
