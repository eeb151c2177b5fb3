import * as v from "valibot";
import type { Text, UserMessage } from "../language/user_message.ts";
import { UserError } from "../language/user_error.ts";
import { didYouMean } from "./did_you_mean.ts";
import { issueMessage, messageOfIssue, pathOfIssue } from "./issue_message.ts";
import { nameList, optionMessages } from "./messages.ts";
import type { SchemaMetadata } from "./schemas.ts";

/** A Valibot schema of one option: what it may be, its default, and what it means. */
export type Option = v.OptionalSchema<v.GenericSchema, unknown>;

/** The options of a loss or a miner, by name. */
export type OptionEntries = Readonly<Record<string, Option>>;

/** The values of options, complete and checked. */
export type OptionValues<Entries extends OptionEntries> = {
  readonly [Name in keyof Entries]: v.InferOutput<Entries[Name]>;
};

/** Options as a user gives them, not checked yet; one that is undefined counts as not given. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** An option for a help page. */
export interface OptionDescription {
  /** The name that users give. */
  readonly name: string;
  /** The value if none is given. */
  readonly default: unknown;
  /** The values that it accepts, in words. */
  readonly expected: UserMessage;
  /** What the option does. */
  readonly meaning: Text;
}

/**
 * Defines an option.
 *
 * @param schema a schema of `schemas.ts`
 * @param byDefault the value if none is given
 * @param meaning what the option does, for a help page; no ICU pattern
 */
export function option<Schema extends v.GenericSchema>(
  schema: Schema,
  byDefault: v.InferOutput<Schema>,
  meaning: Text,
): v.OptionalSchema<Schema, v.InferOutput<Schema>> {
  const described: v.GenericSchema = v.pipe(schema, v.metadata({ meaning }));
  return v.optional(described as Schema, byDefault);
}

/**
 * Checks options and completes them by their defaults.
 *
 * @param subject what the options belong to, such as `the loss "circle"`
 * @throws {UserError} if an option is unknown or out of range
 */
export function parseOptions<Entries extends OptionEntries>(
  subject: UserMessage,
  entries: Entries,
  given: GivenOptions,
): OptionValues<Entries> {
  const names = Object.keys(entries);
  const unknown = issueMessage(({ input }) =>
    optionMessages.unknownOption({
      names: nameList(names),
      suggestion: didYouMean(input, names),
    })
  );
  const present = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  // Without a prototype, so that "toString" is no option.
  const own = Object.assign(Object.create(null) as Entries, entries);
  const parsed = v.safeParse(v.strictObject(own, unknown), present, { abortEarly: true });
  if (parsed.success) return parsed.output as OptionValues<Entries>;
  const [issue] = parsed.issues;
  throw new UserError(
    optionMessages.refused({ subject, option: pathOfIssue(issue)!, fault: messageOfIssue(issue) }),
  );
}

/** Lists options with their defaults, ranges and meanings, in the order of their definition. */
export function describeOptions(entries: OptionEntries): OptionDescription[] {
  return Object.entries(entries).map(([name, entry]) => {
    const { expected, meaning } = v.getMetadata(entry.wrapped) as unknown as
      & SchemaMetadata
      & Pick<OptionDescription, "meaning">;
    return { name, default: v.getDefault(entry), expected, meaning };
  });
}
