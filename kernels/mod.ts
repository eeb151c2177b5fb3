/**
 * Ops for metric learning on tensors of TensorFlow.js: distances, mining, and triplets. They run on WebGPU,
 * on WebAssembly, and on the plain processor.
 *
 * @module
 */
export { l2Normalize } from "./distances/l2_normalize.ts";
export { pairwiseDistances } from "./distances/pairwise_distances.ts";
export { type MinedRowTensors, mineRows, type MineRowsOptions } from "./mining/mine_rows.ts";
export type { Mined, MinedBand, MinedPairs, MinedTriplets, Triplets } from "./mining/mined.ts";
export type { Distance, Rows } from "./reference/distances/distance.ts";
export type { MinedNegatives } from "./reference/mining/mine_rows.ts";
export type { TripletSelection } from "./reference/triplets/triplet_band.ts";
export { type TripletSummary, tripletSummary } from "./reference/triplets/triplet_summary.ts";
export type { PairMasks } from "./mining/pair_masks.ts";
export type { TripletBand } from "./reference/triplets/triplet_band.ts";
