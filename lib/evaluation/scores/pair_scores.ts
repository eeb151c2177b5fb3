/** How alike the pictures of pairs are, as cosine similarity from -1 to 1, in no particular order. */
export interface PairScores {
  /** Pairs of pictures of one identity. */
  readonly positives: Float32Array;
  /** Pairs of pictures of two identities. */
  readonly negatives: Float32Array;
}
