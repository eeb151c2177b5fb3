import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Translate } from "../../language/translator.ts";
import { pageMessages } from "./messages.ts";

/** A message as a sentence of the page: with a capital letter and a full stop. */
export function sentence(translate: Translate, message: UserMessage): string {
  const text = translate(message);
  const end = /[.。!?…]$/.test(text) ? "" : /[^\p{ASCII}]$/u.test(text) ? "。" : ".";
  return capitalize(text) + end;
}

/** A text with a capital letter. */
export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What an error says to people. */
export function messageOf(error: unknown): UserMessage {
  if (error instanceof UserError) return error.userMessage;
  const detail = error instanceof Error ? error.message : String(error);
  return pageMessages.startFailed({ detail });
}
