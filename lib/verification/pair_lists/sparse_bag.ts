import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/**
 * The whole numbers from 0 on in a bag to draw from, at a cost that depends on how many were removed,
 * not on how many there are (the shuffle of Fisher and Yates with only the changed places kept).
 */
export class SparseBag {
  readonly #moved = new Map<number, number>();
  #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** Where a number lies, every number as likely as any other; the bag must not be empty. */
  sample(random: RandomGenerator): number {
    return uniformInt(random, 0, this.#size - 1);
  }

  /** The number that lies at a place. */
  at(place: number): number {
    return this.#moved.get(place) ?? place;
  }

  /** Takes out what lies at a place; the last number comes to lie there. */
  remove(place: number): void {
    const last = --this.#size;
    if (place !== last) this.#moved.set(place, this.at(last));
    this.#moved.delete(last);
  }
}
