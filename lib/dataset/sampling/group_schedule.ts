import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { WeightedSampler } from "./weighted_sampler.ts";

/** One group of an identity's images: its first K, its second K, and so on. */
export interface ScheduledGroup {
  readonly identity: number;
  readonly group: number;
}

/**
 * Deals the groups of all identities out to the batches of an epoch, an identity at most once a batch.
 *
 * The draw is weighted by the groups that an identity still has, so that large and small identities
 * mix from the first batch to the last. An identity with as many groups as there are batches left is
 * taken without a draw: that alone makes sure that every group finds its place.
 */
export class GroupSchedule {
  readonly #groups: readonly number[];
  readonly #left: WeightedSampler;
  /** Identities by the number of groups that they have left. */
  readonly #withLeft: Set<number>[] = [];
  #batchesLeft: number;

  /**
   * @param groups number of groups of each identity
   * @param batches at least the most groups of an identity, and enough places for all groups
   */
  constructor(groups: readonly number[], batches: number) {
    this.#groups = groups;
    this.#left = new WeightedSampler(groups);
    groups.forEach((count, identity) => this.#bucket(count).add(identity));
    this.#batchesLeft = batches;
  }

  /**
   * Draws the groups of the next batch.
   *
   * @param places how many at most; over the batches it may vary by one
   */
  next(places: number, random: RandomGenerator): ScheduledGroup[] {
    const drawn = new Map<number, number>();
    const take = (identity: number) => {
      drawn.set(identity, this.#left.weight(identity));
      this.#left.set(identity, 0);
    };
    for (const identity of this.#withLeft[this.#batchesLeft] ?? []) take(identity);
    while (drawn.size < places && this.#left.total > 0) take(this.#left.sample(random));
    this.#batchesLeft--;
    return Array.from(drawn, ([identity, left]) => {
      this.#left.set(identity, left - 1);
      this.#bucket(left).delete(identity);
      this.#bucket(left - 1).add(identity);
      return { identity, group: this.#groups[identity]! - left };
    });
  }

  #bucket(left: number): Set<number> {
    return this.#withLeft[left] ??= new Set();
  }
}
