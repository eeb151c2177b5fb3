import * as v from "valibot";
import { Message } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";

/**
 * Gives Valibot a message that can be told in other languages. Its types want a string, but it hands
 * on what it is given, for {@linkcode messageOfIssue} to find in the issue.
 */
export function issueMessage<Input = unknown>(
  say: (issue: Issue<Input>) => Message,
): (issue: Issue<Input>) => string {
  return say as unknown as (issue: Issue<Input>) => string;
}

/** What a message is made from. */
interface Issue<Input> {
  readonly input: Input;
  /** "never" where there should be nothing. */
  readonly expected: string | null;
}

/** The message that an issue carries, or Valibot's own, in English, where it was given none. */
export function messageOfIssue({ message }: { readonly message: unknown }): Message {
  return message instanceof Message ? message : new Message("{0}", [String(message)]);
}

/** Where in what was given an issue lies, as messages show it; null where that is all of it. */
export function pathOfIssue(issue: v.BaseIssue<unknown>): string | null {
  const path = v.getDotPath(issue);
  return path === null ? null : truncateName(path);
}
