/** Embeddings of images with their labels. */
export interface Embeddings {
  /** `[n, dimension]`, row by row, each row of unit length. */
  readonly values: Float32Array;
  /** Length of an embedding. */
  readonly dimension: number;
  /** `[n]`: the identity of each row. */
  readonly labels: Int32Array;
}
