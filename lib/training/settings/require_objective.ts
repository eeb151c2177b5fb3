import { UserError } from "../../language/user_error.ts";
import type { LossDefinition } from "../../losses/loss_definition.ts";
import { findLoss } from "../../losses/registry.ts";
import type { MinerDefinition } from "../../miners/miner_definition.ts";
import { findMiner, miners } from "../../miners/registry.ts";
import { nameList } from "../../options/messages.ts";
import type { GivenOptions } from "../../options/options.ts";
import { objectiveMessages } from "./objective_messages.ts";

/** A loss, a miner and a distance that are to work together, with their options. */
export interface ObjectiveChoice {
  /** The name of the loss. */
  readonly loss: string;
  /** The name of the miner. */
  readonly miner: string;
  /** The distance between embeddings, of loss and miner alike. */
  readonly distance: string;
  /** The margin of the loss, and of the miner if it has one; null takes their defaults. */
  readonly margin: number | null;
  /** Options of the loss, beside distance and margin. */
  readonly lossOptions: GivenOptions;
  /** Options of the miner, beside distance and margin. */
  readonly minerOptions: GivenOptions;
}

/** A loss and a miner that go together. */
export interface CheckedObjective {
  /** The loss. */
  readonly loss: LossDefinition;
  /** All options of the loss. */
  readonly lossOptions: GivenOptions;
  /** The miner, whose output the loss takes. */
  readonly miner: MinerDefinition;
  /** All options of the miner. */
  readonly minerOptions: GivenOptions;
}

/**
 * Checks, before any work, that loss and miner exist, that their options are known and in range, and
 * that the loss takes what the miner finds.
 *
 * @throws {UserError} on the first fault, with what is expected
 */
export function requireObjective(settings: ObjectiveChoice): CheckedObjective {
  const loss = findLoss(settings.loss), miner = findMiner(settings.miner);
  for (const option of ["lossOptions", "minerOptions"] as const) {
    if (!("distance" in settings[option])) continue;
    const [options, distance] = [{ option }, { option: "distance" }];
    throw new UserError(objectiveMessages.distanceAmongOptions({ options, distance }));
  }
  const { distance } = settings;
  const shared = settings.margin === null ? {} : { margin: settings.margin };
  const lossOptions = loss.parse({ distance, ...shared, ...settings.lossOptions });
  const minerOptions = miner.parse({
    distance,
    ...("margin" in miner.options ? shared : {}),
    ...settings.minerOptions,
  });
  requireFit(loss, miner, minerOptions);
  // Miners look at a batch, and a memory holds more.
  if (lossOptions["memory"] && miner.kindOf(minerOptions) !== null) {
    throw new UserError(objectiveMessages.memoryWithMiner({ miner: miner.name }));
  }
  return { loss, lossOptions, miner, minerOptions };
}

function requireFit(loss: LossDefinition, miner: MinerDefinition, minerOptions: GivenOptions) {
  const takes = (miner: MinerDefinition, options: GivenOptions) => {
    const kind = miner.kindOf(options);
    return kind === null || loss.mined.includes(kind);
  };
  if (takes(miner, minerOptions)) return;
  const names = { loss: loss.name, miner: miner.name };
  if (takes(miner, {})) {
    const options = { option: "minerOptions" }, kind = miner.kindOf(minerOptions)!;
    throw new UserError(objectiveMessages.optionsMisfit({ ...names, options, kind }));
  }
  const fitting = miners.filter((other) => takes(other, {})).map(({ name }) => name);
  throw new UserError(objectiveMessages.minerMisfit({ ...names, names: nameList(fitting) }));
}
