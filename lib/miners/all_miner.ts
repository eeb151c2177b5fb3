import { distanceOption } from "../distances/distance_option.ts";
import { defineMiner } from "./miner_definition.ts";

/** Every pair and triplet of a batch. */
export const allMiner = defineMiner({
  name: "all",
  options: { distance: distanceOption() },
  kindOf: () => null,
  mine: () => null,
});
