/** Embeddings of images, with what each shows. */
export interface EmbeddingTable {
  /** `[n, dimension]`, row by row. */
  readonly values: Float32Array;
  /** Length of an embedding. */
  readonly dimension: number;
  /** `[n]`: the path of each image, relative to its folder; empty texts where a file holds no paths. */
  readonly paths: readonly string[];
  /** `[n]`: the identity of each row, as an index into `identities`. */
  readonly labels: Int32Array;
  /** Names of the identities. */
  readonly identities: readonly string[];
}
