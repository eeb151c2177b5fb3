import { minerDefinitions } from "../../miners/miner_definitions.ts";
import type { ObjectiveSettings } from "./groups/objective.ts";
import type { ObjectiveNames } from "./require_objective.ts";

/**
 * The objective of a run, as `requireObjective` checks it. A miner that has a margin shares the margin of
 * the loss.
 */
export function objectiveNames(settings: ObjectiveSettings): Required<ObjectiveNames> {
  const { loss, miner, distance, margin } = settings;
  const shared = margin === null ? {} : { margin };
  return {
    loss,
    miner,
    distance,
    lossOptions: { ...shared, ...settings.lossOptions },
    minerOptions: {
      ...("margin" in minerDefinitions[miner] ? shared : {}),
      ...settings.minerOptions,
    },
  };
}
