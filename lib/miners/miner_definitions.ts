import { distanceNames } from "../distances/distance_name.ts";
import type { MinerName } from "./miner_name.ts";
import { number, oneOf, type OptionRules, whole } from "../options/option_schema.ts";

const distance = oneOf("cosine", distanceNames);
const hardness = ["easy", "hard", "semi-hard", "all"] as const;
const margin = number(0.2, { min: 0 });

/** Every miner, with the options that it takes: see the miners' own files. */
export const minerDefinitions = {
  "all": { distance },
  "hard": { distance, margin },
  "semi-hard": { distance, margin },
  "easy": { distance, margin },
  "batch-hard": { distance },
  "batch-easy-hard": {
    distance,
    positive: oneOf("easy", hardness),
    negative: oneOf("semi-hard", hardness),
  },
  "pair-margin": {
    distance,
    positiveMargin: number(0.2, { min: -Infinity }),
    negativeMargin: number(0.8, { min: -Infinity }),
  },
  "multi-similarity": { distance, epsilon: number(0.1, { min: 0 }) },
  "distance-weighted": {
    distance: oneOf("cosine", ["cosine", "euclidean", "squared"]),
    cutoff: number(0.5, { min: 0, max: 1.9, open: true }),
    farthest: number(1.4, { min: 0, max: 2, open: true }),
    seed: whole(0),
  },
} satisfies Record<MinerName, OptionRules>;
