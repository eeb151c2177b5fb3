/** Embeddings of images with their labels. */
export interface Embeddings {
  /** `[n, dimension]`, row by row, each row of unit length. */
  readonly values: Float32Array;
  /** Length of an embedding. */
  readonly dimension: number;
  /** `[n]`: the identity of each row. */
  readonly labels: Int32Array;
}

/** Embeddings of which only some are compared with all; the others join in, as negatives alone. */
export interface JoinedEmbeddings extends Embeddings {
  /**
   * Rows from this one on are compared with the rows before it, but not with each other. They are of
   * other identities.
   */
  readonly joinedFrom: number;
}

/** How many rows are compared with all rows after them: all but those that join in. */
export function comparedRows(embeddings: Embeddings | JoinedEmbeddings): number {
  return "joinedFrom" in embeddings ? embeddings.joinedFrom : embeddings.labels.length;
}

/** Of so many pairs, those of 10,000 rows, every score is kept as it is. */
const MOST_EXACT = 50_000_000;

/**
 * Tells whether there are so many pairs that their scores are rounded, to 2e-6 or less, so that they
 * take little time and memory.
 *
 * @param rows how many rows there are
 * @param compared how many of them are compared with all after them
 */
export function hasManyPairs(rows: number, compared: number): boolean {
  return compared * rows - compared * (compared + 1) / 2 > MOST_EXACT;
}

/**
 * Has embeddings join others, to be compared with them, but not with each other.
 *
 * @param joined of the same dimension, and of other identities
 */
export function joinEmbeddings(embeddings: Embeddings, joined: Embeddings): JoinedEmbeddings {
  const joinedFrom = embeddings.labels.length;
  const values = new Float32Array(embeddings.values.length + joined.values.length);
  values.set(embeddings.values);
  values.set(joined.values, embeddings.values.length);
  const labels = new Int32Array(joinedFrom + joined.labels.length);
  labels.set(embeddings.labels);
  labels.set(joined.labels, joinedFrom);
  return { values, dimension: embeddings.dimension, labels, joinedFrom };
}
