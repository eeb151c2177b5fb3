/**
 * Cosine similarity of two embeddings of unit length, which is their dot product.
 *
 * The products are added in order and in double precision, as `similarityBlock` adds them, so that a
 * pair scores the same to the bit wherever it is scored.
 *
 * @param a holds one embedding, starting at `aStart`
 * @param b holds the other, starting at `bStart`
 * @param dimension length of an embedding
 * @returns -1 to 1, rounded to single precision
 */
export function cosineSimilarity(
  a: Float32Array,
  b: Float32Array,
  dimension: number,
  aStart = 0,
  bStart = 0,
): number {
  let sum = 0;
  for (let k = 0; k < dimension; k++) sum += a[aStart + k]! * b[bStart + k]!;
  return Math.fround(Math.min(1, Math.max(-1, sum)));
}
