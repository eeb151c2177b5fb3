import { mersenne } from "pure-rand/generator/mersenne";

/**
 * The seed of stochastic depth at a step of a run. Neighboring seeds and steps give unlike numbers. It
 * depends on nothing else, so that a resumed run samples the same.
 *
 * @param seed of the run, a 32-bit integer
 * @param step of the run, from 0
 * @returns a whole number from 1 to 2^32
 */
export function dropPathSeed(seed: number, step: number): number {
  return (mersenne(mersenne(seed).next() ^ step).next() >>> 0) + 1;
}
