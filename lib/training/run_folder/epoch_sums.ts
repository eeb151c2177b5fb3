import type { TripletSummary } from "../../../kernels/reference/triplets/triplet_summary.ts";

/** Sums of the loss's figures over an epoch's batches. */
export interface EpochSums {
  readonly batches: number;
  readonly loss: number;
  readonly active: number;
  readonly valid: number;
  readonly meanPositive: number;
  readonly meanNegative: number;
}

/** The sums before the first batch. */
export const noSums: EpochSums = {
  batches: 0,
  loss: 0,
  active: 0,
  valid: 0,
  meanPositive: 0,
  meanNegative: 0,
};

/** Adds a batch's figures. */
export function addToSums(sums: EpochSums, figures: TripletSummary): EpochSums {
  return {
    batches: sums.batches + 1,
    loss: sums.loss + figures.loss,
    active: sums.active + figures.active,
    valid: sums.valid + figures.valid,
    meanPositive: sums.meanPositive + figures.meanPositive,
    meanNegative: sums.meanNegative + figures.meanNegative,
  };
}
