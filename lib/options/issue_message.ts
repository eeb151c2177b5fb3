import * as v from "valibot";
import { truncateName } from "../language/truncate_name.ts";
import type { MessageValue, UserMessage } from "../language/user_message.ts";
import { optionMessages } from "./messages.ts";

/** What Valibot tells about a value that a schema refuses. */
export interface Issue<Input> {
  /** The value; where an object has a name that it may not have, the name. */
  readonly input: Input;
  /** "never" where there should be nothing, and "Object" where there should be values by name. */
  readonly expected: string | null;
}

/**
 * Lets a Valibot schema refuse a value with a message in every language. Valibot's types ask for a
 * string, but it hands on whatever it is given, and {@linkcode messageOfIssue} takes it out again.
 *
 * @param say makes the message from the issue
 */
export function issueMessage<Input = unknown>(
  say: (issue: Issue<Input>) => UserMessage,
): (issue: Issue<Input>) => string {
  return say as unknown as (issue: Issue<Input>) => string;
}

/**
 * The message of an issue.
 *
 * @throws {Error} if the schema was given no {@linkcode issueMessage}, which is a fault of the program
 */
export function messageOfIssue({ message }: { readonly message: unknown }): UserMessage {
  if (typeof message === "object" && message !== null && "code" in message) {
    return message as UserMessage;
  }
  throw new Error(`a schema has no message of its own: ${message}`);
}

/** Where in the input an issue is, such as `augmentation.flip`; null if it is the whole input. */
export function pathOfIssue(issue: v.BaseIssue<unknown>): string | null {
  const path = v.getDotPath(issue);
  return path === null ? null : truncateName(path);
}

/** A value as messages show it. */
export function describeInput(input: unknown): MessageValue {
  if (input === undefined) return optionMessages.nothing();
  if (typeof input === "string") return `"${truncateName(input)}"`;
  if (Array.isArray(input)) return optionMessages.list();
  return typeof input === "object" && input !== null
    ? optionMessages.valuesByName()
    : String(input);
}
