import type { PairScores } from "./pair_scores.ts";

/** Scores that know whose pictures they compare, in the order of `positives` and `negatives`. */
export interface LabeledScores extends PairScores {
  /** The identity of each positive pair. */
  readonly positiveLabels: Int32Array;
  /** The two identities of each negative pair. */
  readonly negativeLabels: readonly [Int32Array, Int32Array];
  /** How many positive pairs each stands for; without it one. */
  readonly positiveWeights?: Float64Array;
  /** How many negative pairs each stands for; without it one. */
  readonly negativeWeights?: Float64Array;
}
