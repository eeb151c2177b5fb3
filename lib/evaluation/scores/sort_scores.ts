import { UserError } from "../../language/user_error.ts";
import { evaluationMessages } from "../messages.ts";
import type { PairScores } from "./pair_scores.ts";
import { sortFloats } from "./sort_floats.ts";

/** Scores in ascending order, at least one of each kind, none of them NaN. */
export interface SortedScores extends PairScores {
  /** Tells sorted scores from others. */
  readonly order: "ascending";
  /** Where pairs do not count once each: how many the 0, 1, 2 ... highest positive ones count for. */
  readonly positiveCounts?: Float64Array;
  /** The same for negative pairs. */
  readonly negativeCounts?: Float64Array;
}

/**
 * Copies scores into ascending order, in O(n); scores in order already come back as they are, so that
 * several metrics of the same scores cost one sort.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function sortScores(scores: PairScores | SortedScores): SortedScores {
  if ("order" in scores) return scores;
  return {
    positives: sorted(scores.positives, "positive"),
    negatives: sorted(scores.negatives, "negative"),
    identities: scores.identities,
    order: "ascending",
  };
}

/** How many pairs the so many highest count for, by the counts of sorted scores. */
export function countOf(counts: Float64Array | undefined, highest: number): number {
  return counts ? counts[highest]! : highest;
}

/** How many pairs there are of each kind. */
export function countScores(
  { positives, negatives, positiveCounts, negativeCounts }: SortedScores,
): { readonly positivePairs: number; readonly negativePairs: number } {
  return {
    positivePairs: countOf(positiveCounts, positives.length),
    negativePairs: countOf(negativeCounts, negatives.length),
  };
}

/**
 * Checks that there are pairs of a kind.
 *
 * @throws {UserError} if there are none
 */
export function requirePairs(count: number, kind: "positive" | "negative"): void {
  if (count > 0) return;
  throw new UserError(
    kind === "positive"
      ? evaluationMessages.noPositivePairs()
      : evaluationMessages.noNegativePairs(),
  );
}

function sorted(scores: Float32Array, kind: "positive" | "negative"): Float32Array {
  requirePairs(scores.length, kind);
  const ascending = sortFloats(scores);
  // NaN sorts beyond all numbers, at the end that its sign tells.
  if (Number.isNaN(ascending[0]) || Number.isNaN(ascending.at(-1))) {
    const broken = scores.reduce((count, score) => count + (Number.isNaN(score) ? 1 : 0), 0);
    throw new UserError(evaluationMessages.nanScores({ broken, total: scores.length, kind }));
  }
  return ascending;
}
