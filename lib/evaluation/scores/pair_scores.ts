/** How similar the images of pairs are, as cosine similarity from -1 to 1, in no particular order. */
export interface PairScores {
  /** Pairs of images of one identity. */
  readonly positives: Float32Array;
  /** Pairs of images of two identities. */
  readonly negatives: Float32Array;
  /** How many identities the negative pairs are worth, see `NegativeSupport`; without it no two share one. */
  readonly identities?: number;
}

/** Scores with the identities of their images, in the order of `positives` and `negatives`. */
export interface LabeledScores extends PairScores {
  /** The identity of each positive pair. */
  readonly positiveLabels: Int32Array;
  /** The two identities of each negative pair. */
  readonly negativeLabels: readonly [Int32Array, Int32Array];
  /** How many positive pairs each stands for; without it one. */
  readonly positiveWeights?: Float64Array;
  /** How many negative pairs each stands for; without it one. */
  readonly negativeWeights?: Float64Array;
  /** The labels of identities that join in, see `JoinedEmbeddings`: they are resampled on their own. */
  readonly joined?: ReadonlySet<number>;
}
