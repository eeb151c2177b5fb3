import type { MinerName } from "../../miners/registry.ts";

/** The share of a run that learns from all of a batch, before its own miner takes over. */
const gentleShare = 0.3;

/** Which miner a run learns by: hard examples too early make every embedding the same. */
export function minerWithWarmUp(progress: number, miner: MinerName): MinerName {
  return progress < gentleShare ? "all" : miner;
}
