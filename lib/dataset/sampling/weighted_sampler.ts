import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/**
 * Samples an index with a probability in proportion to its weight, in logarithmic time.
 *
 * Source: P. M. Fenwick, A new data structure for cumulative frequency tables, 1994.
 */
export class WeightedSampler {
  readonly #weights: number[];
  readonly #tree: number[];
  #total = 0;

  /**
   * Starts with a weight for each index.
   *
   * @param weights whole numbers, 0 or more
   */
  constructor(weights: readonly number[]) {
    this.#weights = new Array(weights.length).fill(0);
    this.#tree = new Array(weights.length + 1).fill(0);
    weights.forEach((weight, index) => this.set(index, weight));
  }

  /** The sum of all weights. */
  get total(): number {
    return this.#total;
  }

  /** The weight of an index. */
  weight(index: number): number {
    return this.#weights[index]!;
  }

  /** Changes the weight of an index. */
  set(index: number, weight: number): void {
    const change = weight - this.#weights[index]!;
    this.#weights[index] = weight;
    this.#total += change;
    for (let i = index + 1; i < this.#tree.length; i += i & -i) this.#tree[i]! += change;
  }

  /** Samples an index. At least one weight must be above 0. */
  sample(random: RandomGenerator): number {
    let rest = uniformInt(random, 0, this.#total - 1);
    let index = 0;
    let step = 2 ** Math.floor(Math.log2(this.#weights.length));
    for (; step >= 1; step /= 2) {
      const sum = this.#tree[index + step];
      if (sum !== undefined && sum <= rest) {
        rest -= sum;
        index += step;
      }
    }
    return index;
  }
}
