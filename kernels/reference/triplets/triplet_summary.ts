/** The metrics of a triplet loss. */
export interface TripletSummary {
  /** The mean over the active triplets; 0 if there are none, NaN if a distance is not finite. */
  readonly loss: number;
  /** How many of the triplets counted have a loss above 0. Counts are exact up to 2^24. */
  readonly active: number;
  /** How many triplets there are. */
  readonly valid: number;
  /** Mean distance of anchors to positives, 0 if there are none. */
  readonly meanPositive: number;
  /** Mean distance of anchors to negatives, 0 if there are none. */
  readonly meanNegative: number;
}

/** Reads a summary from the `[5]` values that kernels write. */
export function tripletSummary(values: ArrayLike<number>): TripletSummary {
  const [loss, active, valid, meanPositive, meanNegative] = Array.from(values) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { loss, active, valid, meanPositive, meanNegative };
}
