import { mersenne } from "pure-rand/generator/mersenne";

/**
 * A number that names a step of a run: neighbouring seeds and steps give unlike ones. It depends on
 * nothing else, so that a resumed run draws the same.
 *
 * @param seed a 32-bit integer
 * @param step of the run, from 0
 * @returns a whole number from 1 to 2^32
 */
export function dropPathSeed(seed: number, step: number): number {
  return (mersenne(mersenne(seed).next() ^ step).next() >>> 0) + 1;
}
