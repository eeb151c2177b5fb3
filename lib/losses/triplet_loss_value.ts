import type { LossValue } from "./loss.ts";

/** A triplet loss and its figures: the mean over the triplets whose loss is above 0, or 0. */
export type TripletLoss = LossValue;
