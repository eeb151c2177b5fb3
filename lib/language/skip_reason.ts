import { message, type MessageValue } from "./message.ts";

/**
 * Tags a template literal as the reason that data keep, in English: why a picture was left out, why a
 * backend was chosen. It travels through workers and JSON as the plain text that it is; who shows it
 * in another language knows it by its template, as a message's.
 */
export function reason(parts: TemplateStringsArray, ...values: MessageValue[]): string {
  return String(message(parts, ...values));
}
