import type { Rows } from "../../kernels/reference/distances/distance.ts";
import { pairwiseDistances } from "../../kernels/reference/distances/pairwise_distances.ts";
import {
  tripletBand,
  type TripletSelection,
} from "../../kernels/reference/triplets/triplet_band.ts";
import { l2Normalize } from "../../kernels/reference/distances/l2_normalize.ts";

/** Options of {@linkcode tripletMarginMiner}. */
export interface TripletMarginMinerOptions {
  readonly margin: number;
  /** Between embeddings of unit length. */
  readonly distance: "cosine" | "euclidean";
  /** "easy" keeps what "all" leaves: t > margin. */
  readonly select: TripletSelection | "easy";
}

/**
 * Lists the triplets of a batch by t = d(anchor, negative) - d(anchor, positive), as PyTorch Metric
 * Learning's `TripletMarginMiner`. On the processor: for small batches, and to look at. Training over
 * many triplets needs no list: see `allTripletsLoss`.
 *
 * @param embeddings `[n, d]` of any length: they are brought to unit length here
 * @param labels `[n]`
 * @returns [anchor, positive, negative] each, in ascending order
 */
export function tripletMarginMiner(
  embeddings: Rows,
  labels: ArrayLike<number>,
  { margin, distance, select }: TripletMarginMinerOptions,
): [anchor: number, positive: number, negative: number][] {
  const n = labels.length;
  const rows = { values: l2Normalize(embeddings), dimension: embeddings.dimension };
  const distances = pairwiseDistances(rows, rows, distance);
  const { above, upTo } = select === "easy"
    ? { above: margin, upTo: Infinity }
    : tripletBand(select, margin);
  const mined: [number, number, number][] = [];
  for (let a = 0; a < n; a++) {
    for (let p = 0; p < n; p++) {
      if (p === a || labels[p] !== labels[a]) continue;
      for (let q = 0; q < n; q++) {
        if (labels[q] === labels[a]) continue;
        const t = distances[a * n + q]! - distances[a * n + p]!;
        if (t > above && t <= upTo) mined.push([a, p, q]);
      }
    }
  }
  return mined;
}
