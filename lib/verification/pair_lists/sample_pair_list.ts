import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { countPairs, sizeHistogram } from "../../dataset/catalog/count_pairs.ts";
import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { shuffle } from "../../dataset/sampling/shuffle.ts";
import type { RowPair } from "../../evaluation/scores/score_listed_pairs.ts";
import { UserError } from "../../language/user_error.ts";
import { pairListMessages } from "./messages.ts";
import { sampleFromGroups } from "./sample_from_groups.ts";

/** How many pairs to sample. */
export interface PairSampling {
  /** How many folds; 10 by default, or as many as there are pairs. */
  readonly folds?: number;
  /** Pairs of one identity in a fold, and as many of two; 300 by default, or as many as there are. */
  readonly pairsPerFold?: number;
  /** A 32-bit integer. */
  readonly seed: number;
}

/** The list of Labeled Faces in the Wild. */
const lfw = { folds: 10, pairsPerFold: 300 };

/** Pairs of images, in folds. */
export interface SampledPairList {
  /** How many folds there are. */
  readonly folds: number;
  /** Pairs of one identity in each fold, and as many of two. */
  readonly pairsPerFold: number;
  /** Fold by fold: first the pairs of one identity, then those of two. */
  readonly pairs: readonly RowPair[];
  /** True if no identity is in two folds. */
  readonly disjoint: boolean;
}

/**
 * Samples pairs as Labeled Faces in the Wild does: for a pair of one identity, an identity and two of
 * its images; for a pair of two, two identities and an image of each; no pair twice.
 *
 * Of folds and pairs, what is not given is as in LFW, or less where there are too few pairs.
 *
 * Every identity belongs to one fold if that leaves enough pairs for each fold. If it does not, all
 * folds sample from all identities.
 *
 * @see https://vis-www.cs.umass.edu/lfw/lfw.pdf (section 3)
 * @param identities for each identity, its images; those without an image are skipped
 * @throws {UserError} if there are too few pairs, with the largest number possible
 */
export function samplePairList(
  identities: readonly (readonly number[])[],
  { seed, ...given }: PairSampling,
): SampledPairList {
  const random = randomStream(seed, 0);
  const all = shuffle(identities, random).filter(({ length }) => length > 0).map((own) => [...own]);
  const available = mostPairs(all);
  const { folds = Math.max(1, Math.min(lfw.folds, available)) } = given;
  const most = Math.floor(available / folds);
  const parts = foldIdentities(all, folds);
  const mostDisjoint = Math.min(...parts.map(mostPairs));
  const { pairsPerFold = Math.max(1, defaultPairs(most, mostDisjoint)) } = given;
  if (pairsPerFold <= mostDisjoint) {
    const pairs = parts.flatMap((part) => sampleFold(part, pairsPerFold, random));
    return { folds, pairsPerFold, pairs, disjoint: true };
  }
  if (pairsPerFold > most) {
    throw new UserError(pairListMessages.tooFewPairs({
      folds,
      pairs: pairsPerFold,
      identities: all.length,
      most,
      mostDisjoint,
      pairsOption: { option: "pairsPerFold" },
      foldsOption: { option: "folds" },
    }));
  }
  const sampled = sampleFold(all, folds * pairsPerFold, random);
  const same = sampled.slice(0, sampled.length / 2), different = sampled.slice(sampled.length / 2);
  const fold = (pairs: RowPair[], index: number) =>
    pairs.slice(index * pairsPerFold, (index + 1) * pairsPerFold);
  const pairs = Array.from({ length: folds }, (_, i) => [...fold(same, i), ...fold(different, i)]);
  return { folds, pairsPerFold, pairs: pairs.flat(), disjoint: false };
}

/** As many as in LFW or as there are; somewhat fewer where that keeps identities to one fold each. */
function defaultPairs(most: number, mostDisjoint: number): number {
  const wanted = Math.min(lfw.pairsPerFold, most);
  return 2 * mostDisjoint >= wanted ? Math.min(wanted, mostDisjoint) : wanted;
}

/** Of so many pairs there are both kinds. */
function mostPairs(identities: readonly number[][]): number {
  const counts = countPairs(sizeHistogram(identities.map(({ length }) => length)));
  const { positivePairs, negativePairs } = counts;
  return Number(positivePairs < negativePairs ? positivePairs : negativePairs);
}

function sampleFold(identities: readonly number[][], count: number, random: RandomGenerator) {
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

/**
 * Distributes identities over folds, none of them to two, so that the folds have about as many pairs of
 * one identity each: the identity with the most pairs first, always to the fold that has the fewest
 * pairs; those without a pair last, to the fold that has the fewest identities.
 *
 * @param identities for each identity, its images
 * @returns the identities of each fold
 */
function foldIdentities<T>(identities: readonly T[][], folds: number): T[][][] {
  const parts = Array.from({ length: folds }, () => ({ pairs: 0, identities: [] as T[][] }));
  for (const images of identities.toSorted((a, b) => b.length - a.length)) {
    const pairs = images.length * (images.length - 1) / 2;
    const load = (part: typeof parts[0]) => pairs > 0 ? part.pairs : part.identities.length;
    const least = parts.reduce((least, part) => load(part) < load(least) ? part : least);
    least.identities.push(images);
    least.pairs += pairs;
  }
  return parts.map(({ identities }) => identities);
}

/**
 * The unordered pair of a number, in the order (0, 1), (0, 2), (1, 2), (0, 3) and so on: of n things
 * there are n(n-1)/2, numbered from 0.
 *
 * @returns the smaller and the larger of the two
 */
export function unorderedPair(number: number): [smaller: number, larger: number] {
  let larger = Math.floor((1 + Math.sqrt(1 + 8 * number)) / 2);
  // The root of a large number may be off by a little.
  while (larger * (larger - 1) / 2 > number) larger--;
  while (larger * (larger + 1) / 2 <= number) larger++;
  return [number - larger * (larger - 1) / 2, larger];
}
