import { partitionPoint } from "../../dataset/sampling/partition_point.ts";
import { UserError } from "../../language/user_error.ts";
import { evaluationMessages } from "../messages.ts";
import type { PairScores } from "./pair_scores.ts";
import { countOf, type SortedScores, sortScores } from "./sort_scores.ts";

/** Rates at a threshold, each 0 to 1. A pair is accepted if its score is at least the threshold. */
export interface RocPoint {
  /** False accept rate: the fraction of negative pairs that are accepted. */
  readonly far: number;
  /** True accept rate: the fraction of positive pairs that are accepted. */
  readonly tar: number;
  /** False reject rate: the fraction of positive pairs that are rejected. */
  readonly frr: number;
}

/** The point of the ROC curve at any threshold, in O(log n). */
export function rocPointAt(scores: SortedScores, threshold: number): RocPoint {
  const { positives, negatives, positiveCounts, negativeCounts } = scores;
  const falseAccepts = countOf(negativeCounts, countAtLeast(negatives, threshold));
  const trueAccepts = countOf(positiveCounts, countAtLeast(positives, threshold));
  const all = countOf(positiveCounts, positives.length);
  return {
    far: falseAccepts / countOf(negativeCounts, negatives.length),
    tar: trueAccepts / all,
    frr: (all - trueAccepts) / all,
  };
}

/**
 * Measures both errors at a threshold. A pair is accepted if its score is at least the threshold.
 *
 * @returns `far`, the fraction of negative pairs that are accepted, and `frr`, the fraction of
 *   positive pairs that are rejected, each 0 to 1
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function errorRatesAt(scores: PairScores, threshold: number): { far: number; frr: number } {
  const { far, frr } = rocPointAt(sortScores(scores), threshold);
  return { far, frr };
}

/** How many of the ascending scores are at least the threshold. */
export function countAtLeast(ascending: Float32Array, threshold: number): number {
  return ascending.length -
    partitionPoint(0, ascending.length, (index) => ascending[index]! < threshold);
}

/**
 * The score of the first negative pair, from the highest down, that a false accept rate has no room
 * for.
 *
 * @param far above 0 and below 1
 * @throws {UserError} if `far` is out of range
 */
export function firstRefused({ negatives, negativeCounts }: SortedScores, far: number): number {
  requireFarInRange(far);
  const total = countOf(negativeCounts, negatives.length);
  const tooMany = partitionPoint(
    1,
    negatives.length,
    (highest) => countOf(negativeCounts, highest) / total <= far,
  );
  return negatives[negatives.length - tooMany]!;
}

/**
 * Checks that a false accept rate is above 0 and below 1.
 *
 * @throws {UserError} if it is not
 */
export function requireFarInRange(far: number): void {
  if (!(far > 0 && far < 1)) throw new UserError(evaluationMessages.farOutOfRange({ far }));
}

/** The next larger number in single precision, of a finite one or negative infinity. */
export function nextFloat32(value: number): number {
  if (value === 0) return 2 ** -149;
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, value);
  bits.setInt32(0, bits.getInt32(0) + (value > 0 ? 1 : -1));
  return bits.getFloat32(0);
}
