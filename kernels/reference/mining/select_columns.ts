/**
 * Which column a row is paired with.
 *
 * - `easy`: the nearest positive, the farthest negative.
 * - `hard`: the farthest positive, the nearest negative.
 * - `semi-hard`: the hardest that does not pass the other side: a positive strictly nearer than the
 *   chosen negative, or a negative strictly farther than the chosen positive.
 */
export type Hardness = "easy" | "hard" | "semi-hard";

/** Which positive and which negative; not both semi-hard. */
export interface SelectColumnsOptions {
  readonly positive: Hardness;
  readonly negative: Hardness;
  /** Row i and column `self` + i are the same. */
  readonly self: number;
}

/**
 * Selects one positive and one negative for each row. Of equal distances the lowest index wins; one
 * that is not finite, or a column labelled below 0, does not take part.
 *
 * @param distances `[n, m]`
 * @param labels `[n]`, of the rows
 * @param others `[m]`, of the columns
 * @returns `[2, n]`: of positives, then of negatives, -1 where there is none
 */
export function selectColumns(
  distances: ArrayLike<number>,
  labels: ArrayLike<number>,
  others: ArrayLike<number>,
  { positive, negative, self }: SelectColumnsOptions,
): Int32Array {
  const [n, m] = [labels.length, others.length];
  const selected = new Int32Array(2 * n).fill(-1);
  for (let i = 0; i < n; i++) {
    const at = (j: number) => distances[i * m + j]!;
    const best = (isPositive: boolean, farthest: boolean, keeps: (value: number) => boolean) => {
      let found = -1;
      for (let j = 0; j < m; j++) {
        const isPair = j !== i + self && others[j]! >= 0 && Number.isFinite(at(j));
        if (!isPair || (labels[i] === others[j]) !== isPositive || !keeps(at(j))) continue;
        if (found === -1 || (farthest ? at(j) > at(found) : at(j) < at(found))) found = j;
      }
      return found;
    };
    const any = () => true;
    let p = positive === "semi-hard" ? -1 : best(true, positive === "hard", any);
    let q = negative === "semi-hard" ? -1 : best(false, negative === "easy", any);
    if (positive === "semi-hard" && q >= 0) p = best(true, true, (value) => value < at(q));
    if (negative === "semi-hard" && p >= 0) q = best(false, false, (value) => value > at(p));
    selected[i] = p;
    selected[n + i] = q;
  }
  return selected;
}
