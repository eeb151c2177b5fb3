/**
 * Miners: which pairs and triplets of a batch to learn from.
 *
 * @module
 */
export type { Miner } from "./miner.ts";
export type { MinerDefinition } from "./miner_definition.ts";
export { createMiner, type MinerName, minerNames, miners } from "./registry.ts";
