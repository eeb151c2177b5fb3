import { distanceOption } from "../distances/distance_option.ts";
import { defineMiner, type MinerDefinition } from "./miner_definition.ts";

/** Every pair and triplet of a batch. */
export const allMiner: MinerDefinition<"all"> = defineMiner({
  name: "all",
  options: { distance: distanceOption() },
  kindOf: () => null,
  mine: () => null,
});
