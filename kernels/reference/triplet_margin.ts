import {
  addDistanceGradient,
  type Distance,
  distanceBetween,
  type Rows,
} from "./distances/distance.ts";

/** Indices of rows, `[t]` each. A triplet with -1 in it is none, and is passed over. */
export interface TripletIndices {
  readonly anchors: ArrayLike<number>;
  readonly positives: ArrayLike<number>;
  readonly negatives: ArrayLike<number>;
}

/**
 * The distances in listed triplets.
 *
 * @param rows `[n, d]`
 * @returns `[2, t]`: of anchors to positives, then to negatives; 0 for what is no triplet
 */
export function tripletMarginDistances(
  rows: Rows,
  triplets: TripletIndices,
  distance: Distance,
): Float64Array {
  const count = triplets.anchors.length;
  const distances = new Float64Array(2 * count);
  for (let t = 0; t < count; t++) {
    const triplet = tripletAt(triplets, t);
    if (!triplet) continue;
    const [anchor, positive, negative] = triplet;
    distances[t] = distanceBetween(rows, anchor, rows, positive, distance);
    distances[count + t] = distanceBetween(rows, anchor, rows, negative, distance);
  }
  return distances;
}

/**
 * The loss max(0, d(a, p) - d(a, n) + margin), averaged over the listed triplets where it is above
 * 0. A distance that is not finite makes the loss NaN; its triplet stays out of the mean distances.
 *
 * @param distances `[2, t]` of {@linkcode tripletMarginDistances}
 * @returns `[5]`, as `tripletSummary` reads it
 */
export function tripletMarginSummary(
  distances: ArrayLike<number>,
  triplets: TripletIndices,
  margin: number,
): number[] {
  const count = triplets.anchors.length;
  let [sum, active, valid, finite, positives, negatives] = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    if (!tripletAt(triplets, t)) continue;
    valid++;
    const [positive, negative] = [distances[t]!, distances[count + t]!];
    if (!Number.isFinite(positive) || !Number.isFinite(negative)) continue;
    finite++;
    positives += positive;
    negatives += negative;
    const loss = positive - negative + margin;
    if (loss <= 0) continue;
    active++;
    sum += loss;
  }
  return [
    finite < valid ? NaN : sum / Math.max(active, 1),
    active,
    valid,
    positives / Math.max(finite, 1),
    negatives / Math.max(finite, 1),
  ];
}

/**
 * The gradient of the loss with respect to the rows.
 *
 * @param rows `[n, d]`
 * @param distances `[2, t]` of {@linkcode tripletMarginDistances}
 * @param summary `[5]` of {@linkcode tripletMarginSummary}
 * @param upstream the gradient with respect to the loss
 * @returns `[n, d]`; all NaN where the loss is
 */
export function tripletMarginGradient(
  rows: Rows,
  triplets: TripletIndices,
  distances: ArrayLike<number>,
  summary: ArrayLike<number>,
  upstream: number,
  margin: number,
  distance: Distance,
): Float64Array {
  const gradient = new Float64Array(rows.values.length);
  const [loss, active] = [summary[0]!, summary[1]!];
  if (Number.isNaN(loss)) return gradient.fill(NaN);
  const count = triplets.anchors.length;
  const scale = upstream / Math.max(active, 1);
  const add = (i: number, j: number, value: number, factor: number) => {
    addDistanceGradient(gradient, rows, i, j, distance, value, factor);
    addDistanceGradient(gradient, rows, j, i, distance, value, factor);
  };
  for (let t = 0; t < count; t++) {
    const triplet = tripletAt(triplets, t);
    const [toPositive, toNegative] = [distances[t]!, distances[count + t]!];
    if (!triplet || toPositive - toNegative + margin <= 0) continue;
    const [anchor, positive, negative] = triplet;
    add(anchor, positive, toPositive, scale);
    add(anchor, negative, toNegative, -scale);
  }
  return gradient;
}

function tripletAt(
  { anchors, positives, negatives }: TripletIndices,
  t: number,
): [number, number, number] | undefined {
  const triplet: [number, number, number] = [anchors[t]!, positives[t]!, negatives[t]!];
  return triplet.every((index) => index >= 0) ? triplet : undefined;
}
