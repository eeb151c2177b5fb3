/**
 * Finds the pairs of one label and the pairs of two. Columns with a label below 0 do not take part.
 *
 * @param labels `[n]`, of the rows
 * @param others `[m]`, of the columns
 * @param self row i and column `self` + i are the same, and no pair
 * @returns `[2, n, m]`: 1 for a positive pair, then 1 for a negative pair, else 0
 */
export function pairMasks(
  labels: ArrayLike<number>,
  others: ArrayLike<number>,
  self: number,
): Float32Array {
  const [n, m] = [labels.length, others.length];
  const pairs = new Float32Array(2 * n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (j === self + i || others[j]! < 0) continue;
      pairs[(labels[i] === others[j] ? 0 : n * m) + i * m + j] = 1;
    }
  }
  return pairs;
}
