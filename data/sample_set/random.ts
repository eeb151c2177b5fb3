import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of random numbers: the same calls after the same seed give the same values. */
export class Random {
  readonly #generator;

  /** @param seed a 32-bit integer */
  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A number from `low` to `high`, excluding `high`. */
  between(low: number, high: number): number {
    return low + (high - low) * uniformFloat64(this.#generator);
  }

  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean {
    return uniformFloat64(this.#generator) < probability;
  }

  /** One of the items, each equally likely. */
  pick<T>(items: readonly T[]): T {
    return items[uniformInt(this.#generator, 0, items.length - 1)]!;
  }
}
