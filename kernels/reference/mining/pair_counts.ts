/**
 * Counts how often each pair is in a list.
 *
 * @param indices `[n, k]`: columns that row i is paired with; -1 is no column
 * @param others `[m]`: labels of the columns; a column with a label below 0 does not take part
 * @returns `[n, m]`
 */
export function pairCounts(
  indices: ArrayLike<number>,
  k: number,
  others: ArrayLike<number>,
): Float32Array {
  const m = others.length;
  const counts = new Float32Array(indices.length / k * m);
  for (let position = 0; position < indices.length; position++) {
    const column = indices[position]!;
    if (column >= 0 && others[column]! >= 0) counts[Math.floor(position / k) * m + column]!++;
  }
  return counts;
}
