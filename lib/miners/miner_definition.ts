import type * as tf from "@tensorflow/tfjs";
import type { Mined } from "../../kernels/mining/mined.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import {
  type GivenOptions,
  type OptionEntries,
  type OptionValues,
  parseOptions,
} from "../options/options.ts";
import { minerMessages } from "./messages.ts";
import type { Miner } from "./miner.ts";

/** What a miner is: its name, its options, and how it is made. */
export interface MinerDefinition<Name extends string = string> {
  /** The name that settings use. */
  readonly name: Name;
  /** Its options, "distance" among them. */
  readonly options: OptionEntries;
  /**
   * Checks options and completes them by their defaults.
   *
   * @throws {UserError} if an option is unknown or out of range, or options exclude each other
   */
  parse(given: GivenOptions): OptionValues<OptionEntries>;
  /**
   * The kind of what it mines with these options; null if every pair and triplet counts.
   *
   * @throws {UserError} as `parse` does
   */
  kindOf(given: GivenOptions): Mined["kind"] | null;
  /**
   * Makes the miner.
   *
   * @throws {UserError} as `parse` does
   */
  create(given: GivenOptions): Miner;
}

/**
 * Defines a miner.
 *
 * @param definition.conflict says which of the options exclude each other; null if none do
 * @param definition.kindOf the kind of what `mine` returns; null if it returns null
 * @param definition.mine mines a batch, with options that are checked and complete; see {@linkcode Miner}
 */
export function defineMiner<const Name extends string, Entries extends OptionEntries>(
  { name, options: entries, conflict, kindOf, mine }: {
    readonly name: Name;
    readonly options: Entries;
    conflict?(options: OptionValues<Entries>): UserMessage | null;
    kindOf(options: OptionValues<Entries>): Mined["kind"] | null;
    mine(
      embeddings: tf.Tensor2D,
      labels: tf.Tensor1D,
      options: OptionValues<Entries>,
      step: number,
    ): Mined | null;
  },
): MinerDefinition<Name> {
  const parse = (given: GivenOptions) => {
    const miner = minerMessages.miner({ name });
    const options = parseOptions(miner, entries, given);
    const fault = conflict?.(options);
    if (fault) throw new UserError(minerMessages.conflict({ miner, fault }));
    return options;
  };
  return {
    name,
    options: entries,
    parse,
    kindOf: (given) => kindOf(parse(given)),
    create(given) {
      const options = parse(given);
      return { mine: (embeddings, labels, step) => mine(embeddings, labels, options, step) };
    },
  };
}
