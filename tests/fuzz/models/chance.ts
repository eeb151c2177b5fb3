import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";

/** Draws of one case of a fuzz: the same seed draws the same. */
export class Chance {
  readonly #random: ReturnType<typeof mersenne>;

  constructor(seed: number) {
    this.#random = mersenne(seed);
  }

  /** A whole number below `end`. */
  below(end: number): number {
    return uniformInt(this.#random, 0, end - 1);
  }

  /** One of several things. */
  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!;
  }
}
