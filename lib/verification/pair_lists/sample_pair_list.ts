import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { countPairs, sizeHistogram } from "../../dataset/catalog/count_pairs.ts";
import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { shuffle } from "../../dataset/sampling/shuffle.ts";
import type { RowPair } from "../../evaluation/scores/score_listed_pairs.ts";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { sampleFromGroups } from "./sample_from_groups.ts";
import { foldIdentities } from "./fold_identities.ts";
import { unorderedPair } from "./unordered_pair.ts";

/** How many pairs to draw. */
export interface PairSampling {
  readonly folds: number;
  /** Pairs of one identity in a fold, and as many of two. */
  readonly pairsPerFold: number;
  /** A 32-bit integer. */
  readonly seed: number;
}

/** Pairs of pictures, in folds. */
export interface SampledPairList {
  /** Fold by fold: first the pairs of one identity, then those of two. */
  readonly pairs: readonly RowPair[];
  /** True where no identity is in two folds. */
  readonly disjoint: boolean;
}

/**
 * Draws pairs as Labeled Faces in the Wild does: for a pair of one identity, an identity and two of
 * its pictures; for a pair of two, two identities and a picture of each; no pair twice.
 *
 * Every identity belongs to one fold, where that leaves each fold pairs enough; where it does not, all
 * folds draw from all identities.
 *
 * @see https://vis-www.cs.umass.edu/lfw/lfw.pdf (section 3)
 * @param identities for each identity, its pictures; those without a picture are passed over
 * @throws {UserError} when there are too few pairs for that, with the largest number possible
 */
export function samplePairList(
  identities: readonly (readonly number[])[],
  { folds, pairsPerFold, seed }: PairSampling,
): SampledPairList {
  const random = randomStream(seed, 0);
  const all = shuffle(identities, random).filter(({ length }) => length > 0).map((own) => [...own]);
  const parts = foldIdentities(all, folds);
  const mostDisjoint = Math.min(...parts.map(mostPairs));
  if (pairsPerFold <= mostDisjoint) {
    const pairs = parts.flatMap((part) => drawFold(part, pairsPerFold, random));
    return { pairs, disjoint: true };
  }
  const most = Math.floor(mostPairs(all) / folds);
  if (pairsPerFold > most) {
    throw new UserError(
      message`cannot draw ${folds} folds of ${pairsPerFold} pairs of one identity and as many of
        two: these ${all.length} identities have enough for ${most} a fold, or ${mostDisjoint} with
        no identity in two folds; ask for fewer with --pairs-per-fold or --folds`,
    );
  }
  const drawn = drawFold(all, folds * pairsPerFold, random);
  const same = drawn.slice(0, drawn.length / 2), different = drawn.slice(drawn.length / 2);
  const fold = (pairs: RowPair[], index: number) =>
    pairs.slice(index * pairsPerFold, (index + 1) * pairsPerFold);
  const pairs = Array.from({ length: folds }, (_, i) => [...fold(same, i), ...fold(different, i)]);
  return { pairs: pairs.flat(), disjoint: false };
}

/** Of so many pairs there are both kinds. */
function mostPairs(identities: readonly number[][]): number {
  const counts = countPairs(sizeHistogram(identities.map(({ length }) => length)));
  const { positivePairs, negativePairs } = counts;
  return Number(positivePairs < negativePairs ? positivePairs : negativePairs);
}

function drawFold(identities: readonly number[][], count: number, random: RandomGenerator) {
  const multiples = identities.filter(({ length }) => length > 1);
  const same = sampleFromGroups({
    groups: multiples.length,
    sizeOf: (group) => multiples[group]!.length * (multiples[group]!.length - 1) / 2,
    count,
    random,
  }).map(([group, member]): RowPair => {
    const [a, b] = unorderedPair(member).map((place) => multiples[group]![place]!).sort(ascending);
    return { a: a!, b: b!, same: true };
  });
  const twoOf = (group: number) => unorderedPair(group).map((place) => identities[place]!);
  const different = sampleFromGroups({
    groups: identities.length * (identities.length - 1) / 2,
    sizeOf: (group) => twoOf(group).reduce((product, { length }) => product * length, 1),
    count,
    random,
  }).map(([group, member]): RowPair => {
    const [one, two] = twoOf(group) as [number[], number[]];
    const [a, b] = [one[member % one.length]!, two[Math.floor(member / one.length)]!]
      .sort(ascending);
    return { a: a!, b: b!, same: false };
  });
  return [...same, ...different];
}

function ascending(a: number, b: number): number {
  return a - b;
}
