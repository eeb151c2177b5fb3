/** All miners. */
export const minerNames = [
  "all",
  "hard",
  "semi-hard",
  "easy",
  "batch-hard",
  "batch-easy-hard",
  "pair-margin",
  "multi-similarity",
  "distance-weighted",
] as const;

/** The name of a miner. */
export type MinerName = typeof minerNames[number];
