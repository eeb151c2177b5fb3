import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { WeightedSampler } from "./weighted_sampler.ts";

/** One group of an identity's images: its first K, its second K, and so on. */
export interface ScheduledGroup {
  /** Index of the identity. */
  readonly identity: number;
  /** Index of the group within the identity. */
  readonly group: number;
}

/**
 * Assigns the groups of all identities to the batches of an epoch, an identity at most once per batch.
 *
 * Identities are sampled with their number of remaining groups as weight, so that large and small ones
 * mix from the first batch to the last. An identity with as many groups as there are batches left is
 * always taken, which makes sure that every group finds its place.
 */
export class GroupSchedule {
  readonly #groups: readonly number[];
  readonly #left: WeightedSampler;
  /** Identities by the number of their remaining groups. */
  readonly #withLeft: Set<number>[] = [];
  #batchesLeft: number;

  /**
   * Starts a schedule.
   *
   * @param groups number of groups of each identity
   * @param batches at least the largest number of groups, and enough places for all groups
   */
  constructor(groups: readonly number[], batches: number) {
    this.#groups = groups;
    this.#left = new WeightedSampler(groups);
    groups.forEach((count, identity) => this.#bucket(count).add(identity));
    this.#batchesLeft = batches;
  }

  /**
   * Samples the groups of the next batch.
   *
   * @param places the largest number of groups; it can vary by one between batches
   */
  next(places: number, random: RandomGenerator): ScheduledGroup[] {
    const taken = new Map<number, number>();
    const take = (identity: number) => {
      taken.set(identity, this.#left.weight(identity));
      this.#left.set(identity, 0);
    };
    for (const identity of this.#withLeft[this.#batchesLeft] ?? []) take(identity);
    while (taken.size < places && this.#left.total > 0) take(this.#left.sample(random));
    this.#batchesLeft--;
    return Array.from(taken, ([identity, left]) => {
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
