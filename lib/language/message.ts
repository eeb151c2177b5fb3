import { formatMessage, type UserMessage } from "./user_message.ts";

/** What a message may hold in its places: numbers and texts as they are, messages in its language. */
export type MessageValue = string | number | bigint | Message | UserMessage;

/**
 * A sentence to people that can be told in other languages: its English template, which is what
 * translations go by, and what stands in the template's places.
 *
 * As a string, and in JSON, it is the English text.
 */
export class Message {
  /**
   * @param template in English, with `{0}`, `{1}` and so on where values stand
   * @param values the value of each place
   */
  constructor(readonly template: string, readonly values: readonly MessageValue[]) {}

  /**
   * The text in a language.
   *
   * @param translate the language's template for an English one; values stand where it says
   */
  in(translate: (template: string) => string): string {
    return translate(this.template).replace(/\{(\d+)\}/g, (_, place: string) => {
      const value = this.values[Number(place)];
      if (value instanceof Message) return value.in(translate);
      return typeof value === "object" ? formatMessage(value) : String(value);
    });
  }

  toString(): string {
    return this.in((template) => template);
  }

  toJSON(): string {
    return this.toString();
  }
}

/**
 * Tags a template literal as a sentence to people. Where its own text breaks a line, with or without
 * indentation, it reads as one blank; values stay as they are.
 *
 * @example
 * ```ts
 * throw new UserError(message`cannot use FAR ${far}: wanted a rate above 0 and below 1`);
 * ```
 */
export function message(parts: TemplateStringsArray, ...values: MessageValue[]): Message {
  const template = parts
    .map((part, place) => (place === 0 ? "" : `{${place - 1}}`) + part.replace(/\s*\n\s*/g, " "))
    .join("");
  return new Message(template, values);
}
