import * as v from "valibot";
import { truncateName } from "../../language/truncate_name.ts";
import type { MessageValue, UserMessage } from "../../language/user_message.ts";
import { nearestName } from "./nearest_name.ts";
import { settingsMessages as messages } from "./messages.ts";

/** What Valibot makes a message from. */
interface Issue<Input> {
  readonly input: Input;
  /** "never" where there should be nothing. */
  readonly expected: string | null;
}

/**
 * Gives Valibot a message in every language. Its types ask for a string, but it passes on what it is
 * given, for {@linkcode messageOfIssue} to find in the issue.
 */
export function issueMessage<Input = unknown>(
  say: (issue: Issue<Input>) => UserMessage,
): (issue: Issue<Input>) => string {
  return say as unknown as (issue: Issue<Input>) => string;
}

/** The message that an issue carries. Every rule here gives one. */
export function messageOfIssue({ message }: { readonly message: unknown }): UserMessage {
  return message as UserMessage;
}

/** A value that was given, as messages show it. */
export function describeInput(input: unknown): MessageValue {
  if (input === undefined) return messages.nothing();
  if (typeof input === "string") return `"${truncateName(input)}"`;
  if (Array.isArray(input)) return messages.list();
  return typeof input === "object" && input !== null ? messages.valuesByName() : String(input);
}

/** Says what was expected and what was found. */
export function expectedMessage(expected: UserMessage) {
  return issueMessage(({ input }) => messages.expected({ expected, found: describeInput(input) }));
}

/** A finite number for which `holds` is true. */
export function numberThat(
  expected: UserMessage,
  holds: (value: number) => boolean,
): v.GenericSchema<number> {
  const said = expectedMessage(expected);
  return v.pipe(v.number(said), v.finite(said), v.check(holds, said));
}

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number): v.GenericSchema<number> =>
  numberThat(
    messages.wholeFromTo({ min, max }),
    (x) => Number.isInteger(x) && x >= min && x <= max,
  );

/** A number above `min`. */
export const above = (min: number): v.GenericSchema<number> =>
  numberThat(messages.numberAbove({ min }), (x) => x > min);

/** A number of at least `min`. */
export const atLeast = (min: number): v.GenericSchema<number> =>
  numberThat(messages.numberAtLeast({ min }), (x) => x >= min);

/** A number above `min` and below `max`. */
export const between = (min: number, max: number): v.GenericSchema<number> =>
  numberThat(messages.numberBetween({ min, max }), (x) => x > min && x < max);

/** A number from 0 to `max`. */
export const upTo = (max: number): v.GenericSchema<number> =>
  numberThat(messages.numberUpTo({ max }), (x) => x >= 0 && x <= max);

/** A number of at least 0 and below 1. */
export const belowOne: v.GenericSchema<number> = numberThat(
  messages.numberBelowOne(),
  (x) => x >= 0 && x < 1,
);

/** One of several names. */
export function oneOf<const Name extends string>(names: readonly Name[]): v.GenericSchema<Name> {
  return v.picklist(
    names,
    issueMessage(({ input }) => {
      const found = {
        expected: messages.oneOf({ names: names.join(", ") }),
        found: describeInput(input),
      };
      const near = nearestName(input, names);
      return near === null ? messages.expected(found) : messages.expectedNear({ ...found, near });
    }),
  );
}

/** True or false. */
export const flag: v.GenericSchema<boolean> = v.boolean(expectedMessage(messages.trueOrFalse()));

const aText = expectedMessage(messages.text());
/** A text, not empty and without NUL. */
export const text: v.GenericSchema<string> = v.pipe(
  v.string(aText),
  v.nonEmpty(aText),
  // No system has a path with it.
  v.check((value) => !value.includes("\0"), aText),
);
