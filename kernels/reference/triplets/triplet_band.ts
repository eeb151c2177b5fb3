/**
 * Which triplets count, by t = d(anchor, negative) - d(anchor, positive), as PyTorch Metric
 * Learning's `TripletMarginMiner` names them.
 *
 * - `all`: t <= margin.
 * - `semi-hard`: 0 < t <= margin.
 * - `hard`: t <= 0.
 */
export type TripletSelection = "all" | "semi-hard" | "hard";

/** A range of t: `above < t <= upTo`. */
export interface TripletBand {
  /** The lower end, not included. */
  readonly above: number;
  /** The upper end, included. */
  readonly upTo: number;
}

/** The range of t that a selection keeps. */
export function tripletBand(selection: TripletSelection, margin: number): TripletBand {
  return {
    above: selection === "semi-hard" ? 0 : -Infinity,
    upTo: selection === "hard" ? 0 : margin,
  };
}
