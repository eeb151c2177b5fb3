import * as tf from "@tensorflow/tfjs";
import { type Distance, distanceBetween, type Rows } from "../reference/distances/distance.ts";
import type { MinedNegatives, MinedRows } from "../reference/mining/mine_rows.ts";

/** Elements of a block of products: 4 MiB. */
const elementsPerBlock = 2 ** 20;

/** A row in search of others. */
interface Search {
  readonly row: number;
  /** To every row; each finite one is off by at most `slack`. */
  readonly distances: Float64Array;
  readonly slack: number;
  readonly exact: (other: number) => number;
}

/**
 * Mines as the reference does, index for index, where matrix products are fast. Distances by products
 * in float32 leave few candidates, whose distances are then computed one by one in float64. Memory
 * grows with n.
 *
 * @param rows `[n, d]`, on a backend whose values can be read at once
 * @param labels `[n]` int32
 */
export function mineRowsByMatMul(
  rows: tf.Tensor2D,
  labels: tf.Tensor1D,
  { distance, negatives: wanted }: { distance: Distance; negatives: MinedNegatives },
): MinedRows {
  const [n, dimension] = rows.shape;
  const numbers = { values: rows.dataSync<"float32">(), dimension };
  const names = labels.dataSync<"int32">();
  // The root keeps the order, but rounds some different distances to the same value.
  const order = distance === "euclidean" ? "squared" : distance;
  const norms = squaredNorms(numbers);
  const longest = Math.sqrt(norms.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0));
  const distances = new Float64Array(n);
  const positives = new Int32Array(n), negatives = new Int32Array(n).fill(-1);
  const rowsAtOnce = Math.ceil(elementsPerBlock / n);
  for (let first = 0; first < n; first += rowsAtOnce) {
    const some = Math.min(rowsAtOnce, n - first);
    const block = tf.slice(rows, [first, 0], [some, dimension]);
    const matrix = tf.matMul(block, rows, false, true);
    // Not returned from `tf.tidy`, which would search every element for tensors.
    const products = matrix.dataSync<"float32">();
    tf.dispose([block, matrix]);
    for (let row = first; row < first + some; row++) {
      const norm = norms[row]!;
      for (let other = 0, at = (row - first) * n; other < n; other++, at++) {
        distances[other] = order === "cosine"
          ? 1 - products[at]!
          : norm + norms[other]! - 2 * products[at]!;
      }
      const search = {
        row,
        distances,
        // Twice the bound of rounding d products and their sums (Higham, 2002, 3.1), and of
        // products that underflow.
        slack: (dimension + 8) * (2 ** -23 * (Math.sqrt(norm) + longest) ** 2 + 2 ** -124),
        exact: (other: number) => distanceBetween(numbers, row, numbers, other, order),
      };
      const positive = farthestPositive(search, names);
      positives[row] = positive;
      if (wanted === "semi-hard" && positive < 0) continue;
      const beyond = wanted === "hardest" ? -Infinity : search.exact(positive);
      negatives[row] = nearestNegative(search, names, beyond);
    }
  }
  return { positives, negatives };
}

function squaredNorms({ values, dimension }: Rows): Float64Array {
  const norms = new Float64Array(values.length / dimension);
  for (let i = 0; i < values.length; i++) norms[Math.floor(i / dimension)]! += values[i]! ** 2;
  return norms;
}

function farthestPositive({ row, distances, slack, exact }: Search, labels: Int32Array): number {
  const label = labels[row]!;
  let found = -1, farthest = -Infinity;
  for (let other = 0; other < labels.length; other++) {
    if (labels[other] !== label || other === row) continue;
    if (distances[other]! + slack < farthest && Number.isFinite(distances[other])) continue;
    const value = exact(other);
    if (value > farthest && value < Infinity) [found, farthest] = [other, value];
  }
  return found;
}

function nearestNegative(
  { row, distances, slack, exact }: Search,
  labels: Int32Array,
  beyond: number,
): number {
  const label = labels[row]!;
  let found = -1, nearest = Infinity;
  // A bound on the nearest negative beyond `beyond`.
  let limit = Infinity;
  for (let other = 0; other < labels.length; other++) {
    const value = distances[other]!;
    if (value + slack < limit && value - slack > beyond && labels[other] !== label) {
      if (Number.isFinite(value)) limit = value + slack;
    }
  }
  for (let other = 0; other < labels.length; other++) {
    const value = distances[other]!;
    const isOut = value - slack > limit || value + slack <= beyond;
    if (labels[other] === label || (isOut && Number.isFinite(value))) continue;
    const own = exact(other);
    if (own > beyond && own < nearest) [found, nearest] = [other, own];
  }
  return found;
}
