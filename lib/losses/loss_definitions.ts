import { type DistanceName, distanceNames } from "../distances/distance_name.ts";
import type { LossName } from "./loss_name.ts";
import { type MinerName, minerNames } from "../miners/miner_name.ts";
import { flag, number, oneOf, type OptionRules, whole } from "../options/option_schema.ts";

const margin = (byDefault: number) => number(byDefault, { min: 0 });
const positive = (byDefault: number) => number(byDefault, { min: 0, open: true });
/** How many embeddings of earlier batches are compared with, beside the batch's; 0 for none. */
const memory = whole(0);

/** What a loss takes. */
interface LossRule {
  /** Its options, beside the distance: see the losses' own files. */
  readonly options: OptionRules;
  readonly distances: readonly DistanceName[];
  readonly miners: readonly MinerName[];
  /** True where it has one row of weights a class. */
  readonly classes: boolean;
}

const onPairs = { distances: distanceNames, miners: minerNames, classes: false };
const onClasses = { distances: ["cosine"], miners: ["all"], classes: true } as const;

/** Every loss, with the options, distances and miners that it takes. */
export const lossDefinitions = {
  "triplet": {
    options: {
      margin: margin(0.1),
      swap: flag(false),
      smooth: flag(false),
      mean: oneOf("active", ["active", "all"]),
      memory,
    },
    distances: distanceNames,
    miners: [
      "all",
      "hard",
      "semi-hard",
      "easy",
      "batch-hard",
      "batch-easy-hard",
      "distance-weighted",
    ],
    classes: false,
  },
  "contrastive": {
    options: {
      positiveMargin: number(0, { min: -Infinity }),
      margin: margin(1),
      squared: flag(true),
      memory,
    },
    ...onPairs,
  },
  "bce": { options: { memory }, ...onPairs },
  "ntxent": { options: { temperature: positive(0.07), memory }, ...onPairs },
  "supcon": { options: { temperature: positive(0.1), memory }, ...onPairs },
  "multi-similarity": {
    options: {
      alpha: positive(2),
      beta: positive(50),
      base: number(0.5, { min: -Infinity }),
      memory,
    },
    ...onPairs,
    distances: ["cosine", "euclidean", "squared"],
  },
  "arcface": {
    options: { margin: number(28.6, { min: 0, max: 90 }), scale: positive(64) },
    ...onClasses,
  },
  "cosface": { options: { margin: margin(0.35), scale: positive(64) }, ...onClasses },
  "proxy-anchor": { options: { margin: margin(0.1), alpha: positive(32) }, ...onClasses },
  "circle": {
    options: { margin: number(0.4, { min: 0, max: 1 }), scale: positive(80), memory },
    ...onPairs,
    distances: ["cosine"],
  },
} as const satisfies Record<LossName, LossRule>;
