import { findDefinition } from "../options/find_definition.ts";
import type { GivenOptions } from "../options/options.ts";
import { allMiner } from "./all_miner.ts";
import { batchEasyHardMiner } from "./batch_easy_hard_miner.ts";
import { batchHardMiner } from "./batch_hard_miner.ts";
import { distanceWeightedMiner } from "./distance_weighted_miner.ts";
import { minerMessages } from "./messages.ts";
import type { Miner } from "./miner.ts";
import type { MinerDefinition } from "./miner_definition.ts";
import { multiSimilarityMiner } from "./multi_similarity_miner.ts";
import { pairMarginMiner } from "./pair_margin_miner.ts";
import { easyMiner, hardMiner, semiHardMiner } from "./triplet_margin_miner.ts";

/** All miners. */
export const miners = [
  allMiner,
  hardMiner,
  semiHardMiner,
  easyMiner,
  batchHardMiner,
  batchEasyHardMiner,
  pairMarginMiner,
  multiSimilarityMiner,
  distanceWeightedMiner,
] as const;

/** The name of a miner. */
export type MinerName = typeof miners[number]["name"];

/** The names of all miners. */
export const minerNames: readonly MinerName[] = miners.map(({ name }) => name);

/**
 * Finds a miner by its name.
 *
 * @throws {UserError} if no miner has the name
 */
export function findMiner(name: string): MinerDefinition<MinerName> {
  return findDefinition(miners, name, minerMessages.kind());
}

/**
 * Makes a miner.
 *
 * @param options its options; those that are not given have their defaults, the distance "cosine"
 * @throws {UserError} if no miner has the name, an option is unknown or out of range, or options
 *   exclude each other
 *
 * @example
 * ```ts
 * const miner = createMiner("semi-hard", { margin: 0.3 });
 * const mined = miner.mine(embeddings, labels, 0);
 * ```
 */
export function createMiner(name: string, options: GivenOptions = {}): Miner {
  return findMiner(name).create(options);
}
