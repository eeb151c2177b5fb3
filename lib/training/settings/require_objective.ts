import { distanceNames } from "../../distances/distance_name.ts";
import { type Message, message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { lossNames } from "../../losses/loss_name.ts";
import { lossDefinitions } from "../../losses/loss_definitions.ts";
import { minerNames } from "../../miners/miner_name.ts";
import { minerDefinitions } from "../../miners/miner_definitions.ts";
import type { OptionRules } from "../../options/option_schema.ts";
import { requireName } from "../../options/require_name.ts";
import { resolveOptions } from "../../options/resolve_options.ts";

/** A loss, a miner and a distance that are to work together. */
export interface ObjectiveNames {
  readonly loss: string;
  readonly miner: string;
  readonly distance: string;
  /** Options of `lossRules[loss]`. */
  readonly lossOptions?: Readonly<Record<string, unknown>>;
  /** Options of `minerRules[miner]`, beside the distance. */
  readonly minerOptions?: Readonly<Record<string, unknown>>;
}

/**
 * Checks, before any work, that names are known, that the loss takes the miner and the distance, and
 * that options are known and in range.
 *
 * @throws {UserError} on the first thing that is not, with the valid choices
 */
export function requireObjective(
  { loss, miner, distance, lossOptions = {}, minerOptions = {} }: ObjectiveNames,
): void {
  requireName(message`loss`, loss, lossNames);
  requireName(message`miner`, miner, minerNames);
  requireName(message`distance`, distance, distanceNames);
  const { miners, distances } = lossDefinitions[loss];
  const options: OptionRules = lossDefinitions[loss].options;
  requireOneOf(message`the loss "${loss}" with the miner`, miner, miners);
  requireOneOf(message`the loss "${loss}" with the distance`, distance, distances);
  const mining = minerDefinitions[miner];
  if (!mining.distance.accepts(distance)) {
    throw new UserError(
      message`cannot use the miner "${miner}" with the distance "${distance}": wanted
        ${mining.distance.expected}`,
    );
  }
  const found = resolveOptions(message`the loss "${loss}"`, options, lossOptions);
  const mined = resolveOptions(message`the miner "${miner}"`, mining, {
    distance,
    ...minerOptions,
  });
  if (found["memory"] && miner !== "all") {
    throw new UserError(
      message`cannot use the miner "${miner}" with a memory: it mines a batch alone; wanted the
        miner "all"`,
    );
  }
  if (found["memory"] && found["swap"]) {
    throw new UserError(
      message`cannot use the loss "triplet" with both swap and a memory: leave one of them out`,
    );
  }
  const sides: unknown[] = Object.values(mined);
  if (loss === "triplet" && sides.includes("all")) {
    throw new UserError(
      message`cannot use the loss "triplet" with the miner "${miner}" and all of a side, which
        makes no triplets: wanted easy, hard or semi-hard on both sides`,
    );
  }
}

function requireOneOf(what: Message, name: string, choices: readonly string[]): void {
  if (choices.includes(name)) return;
  throw new UserError(message`cannot use ${what} "${name}": wanted one of ${choices.join(", ")}`);
}
