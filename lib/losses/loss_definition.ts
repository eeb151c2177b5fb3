import type { Mined } from "../../kernels/mining/mined.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import type { Parameters } from "../model/layers/parameters.ts";
import {
  type GivenOptions,
  type OptionEntries,
  type OptionValues,
  parseOptions,
} from "../options/options.ts";
import type { Loss } from "./loss.ts";
import { lossMessages } from "./messages.ts";

/** What a loss with weights of its own, or with a memory, needs to know. */
export interface LossContext {
  /** Where the loss creates its weights and its memory, under names that start with "loss.". */
  readonly parameters: Parameters;
  /** Length of an embedding. */
  readonly embeddingSize: number;
  /** Number of identities to train on: labels are 0 to classes - 1. */
  readonly classes: number;
}

/** What a loss is: its name, its options, and how it is made. */
export interface LossDefinition<Name extends string = string> {
  /** The name that settings use. */
  readonly name: Name;
  /** Its options, "distance" among them. */
  readonly options: OptionEntries;
  /** The kinds of a miner's output that it learns from; none if it always takes the whole batch. */
  readonly mined: readonly Mined["kind"][];
  /**
   * Checks options and completes them by their defaults.
   *
   * @throws {UserError} if an option is unknown or out of range, or options exclude each other
   */
  parse(given: GivenOptions): OptionValues<OptionEntries>;
  /**
   * Makes the loss.
   *
   * @throws {UserError} as `parse` does
   */
  create(given: GivenOptions, context: LossContext): Loss;
}

/** The `mined` of a loss over pairs: triplets count as the pairs that they hold. */
export const pairsOrTriplets = ["pairs", "triplets", "band"] as const;

/**
 * Defines a loss.
 *
 * @param definition.conflict says which of the options exclude each other; null if none do
 * @param definition.create makes the loss from options that are checked and complete
 */
export function defineLoss<const Name extends string, Entries extends OptionEntries>(
  { conflict, create, ...traits }: Pick<LossDefinition<Name>, "name" | "mined"> & {
    readonly options: Entries;
    conflict?(options: OptionValues<Entries>): UserMessage | null;
    create(options: OptionValues<Entries>, context: LossContext): Loss;
  },
): LossDefinition<Name> {
  const parse = (given: GivenOptions) => {
    const loss = lossMessages.loss({ name: traits.name });
    const options = parseOptions(loss, traits.options, given);
    const fault = conflict?.(options);
    if (fault) throw new UserError(lossMessages.conflict({ loss, fault }));
    return options;
  };
  return { ...traits, parse, create: (given, context) => create(parse(given), context) };
}
