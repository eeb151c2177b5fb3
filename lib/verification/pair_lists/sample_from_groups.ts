import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { SparseBag } from "./sparse_bag.ts";

/**
 * Draws members of groups, none of them twice: each time a group, whatever its size, then a member of
 * it. A group that has nothing left is passed over.
 *
 * @param groups how many groups there are
 * @param sizeOf how many members a group has, 1 or more
 * @param count how many to draw; at most the members of all groups together
 * @returns group and member of each draw, both from 0
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
