/** How far the measuring of embeddings has come. */
export interface MeasureProgress {
  /**
   * Pictures are compared with all others, identities drawn anew for confidence intervals, and
   * identities enrolled one by one, where that is asked for.
   */
  readonly stage: "comparing" | "resampling" | "enrolling";
  /** Pictures, draws or identities done, of how many. */
  readonly done: number;
  readonly total: number;
}
