import { type Distance, distanceBetween, type Rows } from "../distances/distance.ts";

/**
 * Which negative of a row is mined.
 *
 * - `hardest`: the nearest.
 * - `semi-hard`: the nearest of those strictly farther than the row's hardest positive.
 */
export type MinedNegatives = "hardest" | "semi-hard";

/** Mined rows of a batch of n: for each row the index of another, -1 where there is none. */
export interface MinedRows {
  /** `[n]`: the hardest, which is the farthest, row of the same label. */
  readonly positives: Int32Array;
  /** `[n]`: the mined row of another label. */
  readonly negatives: Int32Array;
}

/**
 * Mines, for every row, its hardest positive and one negative. Of equal distances the lowest index
 * wins. A pair whose distance is not finite does not take part.
 *
 * @param rows `[n, d]`
 * @param labels `[n]`
 */
export function mineRows(
  rows: Rows,
  labels: Int32Array,
  distance: Distance,
  wanted: MinedNegatives,
): MinedRows {
  const n = labels.length;
  const positives = new Int32Array(n).fill(-1);
  const negatives = new Int32Array(n).fill(-1);
  // The root keeps the order, but rounds some different distances to the same value.
  const order = distance === "euclidean" ? "squared" : distance;
  for (let i = 0; i < n; i++) {
    const distances = Array.from({ length: n }, (_, j) => distanceBetween(rows, i, rows, j, order));
    let farthest = -Infinity;
    distances.forEach((value, j) => {
      if (j !== i && labels[j] === labels[i] && Number.isFinite(value) && value > farthest) {
        farthest = value;
        positives[i] = j;
      }
    });
    if (wanted === "semi-hard" && positives[i] === -1) continue;
    let nearest = Infinity;
    distances.forEach((value, j) => {
      const beyond = wanted === "hardest" || value > farthest;
      if (labels[j] !== labels[i] && Number.isFinite(value) && beyond && value < nearest) {
        nearest = value;
        negatives[i] = j;
      }
    });
  }
  return { positives, negatives };
}
