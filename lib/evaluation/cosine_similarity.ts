/**
 * Cosine similarity of two embeddings of unit length, which is their dot product.
 *
 * @param a holds one embedding, starting at `aStart`
 * @param b holds the other, starting at `bStart`
 * @param dimension length of an embedding
 * @returns -1 to 1, rounded to single precision, so that a pair scores the same wherever it is scored
 */
export function cosineSimilarity(
  a: Float32Array,
  b: Float32Array,
  dimension: number,
  aStart = 0,
  bStart = 0,
): number {
  // Four sums apart, since one sum would make every addition wait for the one before it.
  let sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0, k = 0;
  for (; k + 3 < dimension; k += 4) {
    sum0 += a[aStart + k]! * b[bStart + k]!;
    sum1 += a[aStart + k + 1]! * b[bStart + k + 1]!;
    sum2 += a[aStart + k + 2]! * b[bStart + k + 2]!;
    sum3 += a[aStart + k + 3]! * b[bStart + k + 3]!;
  }
  for (; k < dimension; k++) sum0 += a[aStart + k]! * b[bStart + k]!;
  return Math.fround(Math.min(1, Math.max(-1, sum0 + sum1 + (sum2 + sum3))));
}
