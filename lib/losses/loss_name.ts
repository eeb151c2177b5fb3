/** All losses. */
export const lossNames = [
  "triplet",
  "contrastive",
  "bce",
  "ntxent",
  "supcon",
  "multi-similarity",
  "arcface",
  "cosface",
  "proxy-anchor",
  "circle",
] as const;

/** The name of a loss. */
export type LossName = typeof lossNames[number];
