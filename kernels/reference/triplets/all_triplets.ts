import { addDistanceGradient, type Distance, type Rows } from "../distances/distance.ts";
import { tripletBand, type TripletSelection } from "./triplet_band.ts";

/**
 * Counts the active triplets that have the distance from an anchor to another row: selected triplets
 * whose loss max(0, d(a, p) - d(a, n) + margin) is above 0. A triplet is an anchor, another row of
 * its label and a row of another label. All triplets of a batch take part.
 *
 * @param distances `[n, n]`
 * @param labels `[n]`
 * @returns `[n, n]`, anchors as rows: the count for a positive, minus the count for a negative.
 * Divided by the number of active triplets, this is the gradient with respect to the distances.
 */
export function allTripletsWeights(
  distances: ArrayLike<number>,
  labels: ArrayLike<number>,
  margin: number,
  selection: TripletSelection,
): Int32Array {
  const n = labels.length;
  const { above, upTo } = tripletBand(selection, margin);
  const weights = new Int32Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let p = 0; p < n; p++) {
      if (p === a || labels[p] !== labels[a]) continue;
      for (let q = 0; q < n; q++) {
        if (labels[q] === labels[a]) continue;
        const t = distances[a * n + q]! - distances[a * n + p]!;
        if (!(t > above && t <= upTo && t < margin)) continue;
        weights[a * n + p]!++;
        weights[a * n + q]!--;
      }
    }
  }
  return weights;
}

/**
 * The loss and the counts of all triplets. The losses of the active ones add up to
 * margin x active + sum of weights x distances. A distance that is not finite makes the loss NaN if
 * it is in a triplet, and does not count in the mean distances.
 *
 * @param distances `[n, n]`
 * @param labels `[n]`
 * @param weights `[n, n]` of {@linkcode allTripletsWeights}
 * @returns `[5]`, as `tripletSummary` reads it
 */
export function allTripletsSummary(
  distances: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
  margin: number,
): number[] {
  const n = labels.length;
  const sums = { positive: 0, negative: 0 };
  const counts = { positive: 0, negative: 0 };
  let [loss, active, valid, broken] = [0, 0, 0, false];
  for (let a = 0; a < n; a++) {
    const others = { positive: 0, negative: 0 };
    let finite = true;
    for (let j = 0; j < n; j++) {
      if (j === a) continue;
      const kind = labels[j] === labels[a] ? "positive" : "negative";
      others[kind]++;
      const value = distances[a * n + j]!;
      if (!Number.isFinite(value)) {
        finite = false;
        continue;
      }
      const weight = weights[a * n + j]!;
      sums[kind] += value;
      counts[kind]++;
      loss += weight * value;
      if (kind === "positive") {
        loss += weight * margin;
        active += weight;
      }
    }
    const triplets = others.positive * others.negative;
    valid += triplets;
    broken ||= triplets > 0 && !finite;
  }
  return [
    broken ? NaN : loss / Math.max(active, 1),
    active,
    valid,
    sums.positive / Math.max(counts.positive, 1),
    sums.negative / Math.max(counts.negative, 1),
  ];
}

/**
 * The gradient of the loss with respect to the rows.
 *
 * @param rows `[n, d]`
 * @param distances `[n, n]`
 * @param weights `[n, n]` of {@linkcode allTripletsWeights}
 * @param summary `[5]` of {@linkcode allTripletsSummary}
 * @param upstream the gradient with respect to the loss
 * @returns `[n, d]`; all NaN where the loss is
 */
export function allTripletsGradient(
  rows: Rows,
  distances: ArrayLike<number>,
  weights: ArrayLike<number>,
  summary: ArrayLike<number>,
  upstream: number,
  distance: Distance,
): Float64Array {
  const gradient = new Float64Array(rows.values.length);
  const [loss, active] = [summary[0]!, summary[1]!];
  if (Number.isNaN(loss)) return gradient.fill(NaN);
  const n = rows.values.length / rows.dimension;
  const scale = upstream / Math.max(active, 1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const weight = weights[i * n + j]! + weights[j * n + i]!;
      if (weight === 0) continue;
      addDistanceGradient(gradient, rows, i, j, distance, distances[i * n + j]!, scale * weight);
    }
  }
  return gradient;
}
