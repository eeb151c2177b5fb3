import { partitionPoint } from "../../dataset/sampling/partition_point.ts";
import { smallestSupportedFar } from "../../dataset/estimate/supported_far.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { countOf, type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { supportOfScores } from "../scores/support_of_scores.ts";
import { errorRatesAt, firstRefused, nextFloat32 } from "../scores/threshold_search.ts";

/** A threshold with what was measured at it. */
export interface OperatingPoint {
  /** Two images count as the same identity if their cosine similarity is at least this. */
  readonly threshold: number;
  /** The fraction of validation's negative pairs that are accepted: what it is chosen by. */
  readonly validationFar: number;
  /** The fraction of held-out negative pairs that are accepted: what is quoted. */
  readonly far: number;
  /** The fraction of held-out positive pairs that are rejected: what is quoted. */
  readonly frr: number;
}

/** 0.95, 0.9, ... 0.1, 0.095, ... 0.0001: any rate of one digit is there exactly. */
const FALSE_ACCEPT_RATES = [1, 2, 3, 4].flatMap((decade) =>
  Array.from({ length: 18 }, (_, step) => Number(`${(step + 2) / 2}e-${decade}`))
);

/**
 * A table of at most 200 thresholds, ascending: those that validation chooses for common false accept
 * rates, as far as it supports them; those that reject each hundredth of its positive pairs; and one
 * beyond all scores at either end.
 *
 * @param pairs.validation scores that a threshold is chosen by
 * @param pairs.heldOut scores that its rates are measured on
 * @throws {UserError} if either has no positive pair, no negative pair, or a score that is NaN
 */
export function operatingPoints(
  pairs: { readonly validation: PairScores; readonly heldOut: PairScores },
): OperatingPoint[] {
  const validation = sortScores(pairs.validation), heldOut = sortScores(pairs.heldOut);
  const thresholds = new Set(
    operatingPointPolicies(validation).map((policy) => policy(validation)),
  );
  return [...thresholds].sort((a, b) => a - b).map((threshold) => ({
    threshold,
    validationFar: errorRatesAt(validation, threshold).far,
    ...errorRatesAt(heldOut, threshold),
  }));
}

/**
 * The policies that choose the thresholds of a table of operating points.
 *
 * @param validation tells which false accept rates have support
 */
export function operatingPointPolicies(
  validation: SortedScores,
): ((scores: SortedScores) => number)[] {
  const smallest = Math.min(smallestSupportedFar(supportOfScores(validation)), 0.5);
  const rates = [smallest, ...FALSE_ACCEPT_RATES.filter((far) => far > smallest)];
  return [
    ...[-1, 1.0001].map((threshold) => () => Math.fround(threshold)),
    ...rates.map((far) => (scores: SortedScores) => nextFloat32(firstRefused(scores, far))),
    ...Array.from(
      { length: 100 },
      (_, percent) => (scores: SortedScores) => positiveAt(scores, percent),
    ),
  ];
}

/** The score that so many percent of the positive pairs lie below. */
function positiveAt({ positives, positiveCounts }: SortedScores, percent: number): number {
  const all = countOf(positiveCounts, positives.length);
  const most = all - Math.floor(all * percent / 100);
  const highest = partitionPoint(
    1,
    positives.length,
    (highest) => countOf(positiveCounts, highest) < most,
  );
  return positives[positives.length - highest]!;
}
