import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/**
 * Samples members of groups, none of them twice: each time a group, whatever its size, then a member of
 * it. A group that has nothing left is skipped.
 *
 * @param groups how many groups there are
 * @param sizeOf how many members a group has, 1 or more
 * @param count how many to sample; at most the members of all groups together
 * @returns group and member of each, both from 0
 */
export function sampleFromGroups(
  { groups, sizeOf, count, random }: {
    groups: number;
    sizeOf: (group: number) => number;
    count: number;
    random: RandomGenerator;
  },
): [group: number, member: number][] {
  const open = new SparseBag(groups);
  const members = new Map<number, SparseBag>();
  return Array.from({ length: count }, () => {
    const place = open.sample(random), group = open.at(place);
    const bag = members.getOrInsertComputed(group, () => new SparseBag(sizeOf(group)));
    const at = bag.sample(random), member = bag.at(at);
    bag.remove(at);
    if (bag.size === 0) open.remove(place);
    return [group, member];
  });
}

/**
 * The whole numbers from 0 on in a bag to sample from, at a cost that depends on how many were removed,
 * not on how many there are (the shuffle of Fisher and Yates with only the changed places kept).
 */
class SparseBag {
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
